"""Works that are no articles in journals: theses, books, patents, web pages, preprints, standards, reports."""

import pytest

from miner.references import parse_list

# The entry; its authors, title, journal (or what the work is in), year and pages (or number).
ENTRIES = {
    "thesis, ACS": (
        "(7) Moreau, L. Silicon anodes with self-healing binders. Ph.D. Thesis, University of Nantes, Nantes, 2016.",
        (("Moreau",), "Silicon anodes with self-healing binders", "", 2016, ""),
    ),
    "thesis, MDPI": (
        "7. Moreau, L. Silicon Anodes with Binders. Ph.D. Thesis, University of Nantes, Nantes, France, 12 May 2016.",
        (("Moreau",), "Silicon Anodes with Binders", "", 2016, ""),
    ),
    "thesis, APA": (
        "Moreau, L. (2016). Silicon anodes with binders [Doctoral dissertation, University of Nantes].",
        (("Moreau",), "Silicon anodes with binders", "", 2016, ""),
    ),
    "book, MDPI": (
        "3. Reddy, T.B.; Linden, D. Handbook of Cells, 4th ed.; McGraw-Hill: New York, NY, USA, 2011; pp. 10–14.",
        (("Reddy", "Linden"), "Handbook of Cells", "", 2011, "10–14"),
    ),
    "book, APA": (
        "Reddy, T. B., & Linden, D. (2011). Handbook of cells (4th ed.). McGraw-Hill.",
        (("Reddy", "Linden"), "Handbook of cells", "", 2011, ""),
    ),
    "book, Nature": (
        "3. Reddy, T. B. & Linden, D. Handbook of Cells (McGraw-Hill, 2011).",
        (("Reddy", "Linden"), "Handbook of Cells", "", 2011, ""),
    ),
    "chapter, MDPI": (
        "4. Ogumi, Z.; Wang, H. Carbon Anodes. In Lithium-Ion Batteries; Yoshio, M., Ed.; Springer: New York, NY, USA,"
        " 2009; pp. 49–73; ISBN 978-0-387-34444-7.",
        (("Ogumi", "Wang"), "Carbon Anodes", "Lithium-Ion Batteries", 2009, "49–73"),
    ),
    "chapter, APA": (
        "Ogumi, Z., & Wang, H. (2009). Carbon anodes. In M. Yoshio (Ed.), Lithium-ion batteries (pp. 49–73). Springer.",
        (("Ogumi", "Wang"), "Carbon anodes", "Lithium-ion batteries", 2009, "49–73"),
    ),
    "proceedings": (
        "5. Ito, S. Sorting of Spent Cells. In Proceedings of the 5th Congress on Recycling, Nice, France, 20–22 May"
        " 2017.",
        (("Ito",), "Sorting of Spent Cells", "Proceedings of the 5th Congress on Recycling", 2017, ""),
    ),
    "patent, American": (
        "6. Sloop, S.E. Reintroduction of Lithium. U.S. Patent 9287552 B2, 15 March 2016.",
        (("Sloop",), "Reintroduction of Lithium", "U.S. Patent", 2016, "9287552 B2"),
    ),
    "patent, Chinese": (
        "6. Wang, Q.; Liu, Y. Method for Treating Cathodes. Chinese Patent CN 102956936 A, 2011.",
        (("Wang", "Liu"), "Method for Treating Cathodes", "Chinese Patent", 2011, "CN 102956936 A"),
    ),
    "patent, application": (
        "[6] S. Shin, S. Ju, Recovering cobalt from batteries, US Patent Application 20170009358 A1 (2017).",
        (("Shin", "Ju"), "Recovering cobalt from batteries", "US Patent Application", 2017, "20170009358 A1"),
    ),
    "web page": (
        "8. Date, W. Waste Industry Looks to Fires. Available online: https://www.news.com/2019/a-b.c/ (accessed on 11"
        " June 2019).",
        (("Date",), "Waste Industry Looks to Fires", "", None, ""),
    ),
    "web page of an organisation": (
        "9. International Energy Agency. Global Outlook on Cars. 2022. Available online: https://iea.org/x (accessed on"
        " 1 May 2023).",
        (("International Energy Agency",), "Global Outlook on Cars", "", 2022, ""),
    ),
    "report of an organisation unheard of": (
        "Survey of Cells and Minerals. (2023). Mineral summaries of the year. https://acme.org/x",
        (("Survey of Cells and Minerals",), "Mineral summaries of the year", "", 2023, ""),
    ),
    "article without names": (
        "Pillars of an institution. (1993, September). Forest University Magazine, 41(1), p. 3.",
        ((), "Pillars of an institution", "Forest University Magazine", 1993, "3"),
    ),
    "standard": (
        "10. IEC 62133-2:2017. Secondary Cells and Batteries. 2017. Available online: https://iec.ch/5 (accessed on 1"
        " May 2023).",
        (("IEC 62133-2:2017",), "Secondary Cells and Batteries", "", 2017, ""),
    ),
    "preprint": (
        "11. Gao, Y. & Ma, B. Learning of interphases. Preprint at https://arxiv.org/abs/2101.00001 (2021).",
        (("Gao", "Ma"), "Learning of interphases", "", 2021, ""),
    ),
    "preprint, numbered": (
        "[11] Y. Gao, B. Ma, Learning of interphases, arXiv preprint arXiv:2101.00001 (2021).",
        (("Gao", "Ma"), "Learning of interphases", "", 2021, ""),
    ),
    "in press": (
        "Angrist, J., & Rubin, D. (1995). Causal effects in cells. Journal of Unseen Statistics, in press.",
        (("Angrist", "Rubin"), "Causal effects in cells", "Journal of Unseen Statistics", 1995, ""),
    ),
    "one author and others": (
        "29. Lee et al. Effect of rhizomes on neurons. J. Med. Food 13, 564–571 (2011).",
        (("Lee",), "Effect of rhizomes on neurons", "J. Med. Food", 2011, "564–571"),
    ),
}


@pytest.mark.parametrize("kind", ENTRIES)
def test_kinds_of_works(kind):
    text, expected = ENTRIES[kind]
    (found,) = parse_list([text])
    assert (found.authors, found.title, found.journal, found.year, found.pages) == expected


def test_the_same_place_as_the_entry_before():
    first, other, same = parse_list(
        [
            "[1] J. B. Goodenough, K.-S. Park, J. Am. Chem. Soc. 2013, 135, 1167.",
            "[2] X. Li, ibid. 2014, 136, 17.",
            "[3] Ibid., p. 19.",
        ]
    )
    assert (other.authors, other.journal, other.volume, other.title) == (("Li",), first.journal, "136", "")
    assert (same.authors, same.journal, same.year, same.pages) == (("Li",), first.journal, 2014, "19")
