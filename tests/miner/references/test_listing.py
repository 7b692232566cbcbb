import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed_references import STYLES as MADE
from printed_references import WORKS

from miner.references import parse_list, with_parts

TITLE = "Issues and challenges facing rechargeable batteries"
STYLES = {
    "APA": f"Tarascon, J. M., & Armand, M. (2001). {TITLE}. Nature, 414(6861), 359-367. doi:10.1038/35104644",
    "ACS": f"(1) Tarascon, J.-M.; Armand, M. {TITLE}. Nature 2001, 414 (6861), 359–367. DOI: 10.1038/35104644",
    "Nature": f"1. Tarascon, J. M. & Armand, M. {TITLE}. Nature 414, 359–367 (2001).",
    "Elsevier": f"[1] J.M. Tarascon, M. Armand, {TITLE}, Nature 414 (2001) 359–367. https://doi.org/10.1038/35104644.",
    "MDPI": f"1. Tarascon, J.M.; Armand, M. {TITLE}. Nature 2001, 414, 359–367. [CrossRef] [PubMed]",
    "IEEE": f"[1] J. M. Tarascon and M. Armand, “{TITLE},” Nature, vol. 414, no. 6861, pp. 359–367, Nov. 2001.",
    "Vancouver": f"1. Tarascon JM, Armand M. {TITLE}. Nature. 2001;414(6861):359–67.",
    "author-year": f"Tarascon, J. M., and Armand, M. (2001). {TITLE}. Nature 414, 359–367. doi: 10.1038/35104644",
}


@pytest.mark.parametrize("style", STYLES)
def test_styles_with_titles(style):
    (found,) = parse_list([STYLES[style]])
    assert (found.authors, found.title, found.journal) == (("Tarascon", "Armand"), TITLE, "Nature")
    assert (found.year, found.volume, found.first_page) == (2001, "414", "359")
    assert found.doi == ("10.1038/35104644" if "35104644" in STYLES[style] else "")


def test_rsc_and_wiley_print_no_titles():
    rsc, wiley = parse_list(
        [
            "1 J. B. Goodenough and K.-S. Park, J. Am. Chem. Soc., 2013, 135, 1167–1176.",
            "[2] a) Y. Zhang, X. Bu, Angew. Chem., Int. Ed. 2017, 23, 16419; b) J. Wang, Small 2018, 1, 2.",
        ]
    )
    assert (rsc.label, rsc.authors, rsc.title, rsc.journal) == ("1", ("Goodenough", "Park"), "", "J. Am. Chem. Soc.")
    assert (wiley.authors, wiley.journal, wiley.volume) == (("Zhang", "Bu"), "Angew. Chem., Int. Ed.", "23")
    assert "b) J. Wang" in wiley.text


def test_the_full_stop_that_ends_the_title_is_not_one_of_the_journals():
    found, *_ = parse_list(["1. Zhu, C.; Wei, D. Synthesis of SnOx for LIBs. J. Alloys Compd. 2019, 778, 731–740."])
    assert (found.title, found.journal) == ("Synthesis of SnOx for LIBs", "J. Alloys Compd.")


def test_article_numbers_are_pages():
    found, *_ = parse_list(["Canepa, P., et al. (2017). High mobility of magnesium in spinels. Nat. Commun. 8:1759."])
    assert (found.volume, found.pages, found.authors) == ("8", "1759", ("Canepa",))


def test_left_out_authors_and_particles():
    found, *_ = parse_list(
        ["Le Ruyet, R., de Jonghe, L. C., Van Hien, H., ... & Janot, R. (2019). Borides. J. Phys. Chem. C, 123, 1."]
    )
    assert found.authors == ("Le Ruyet", "de Jonghe", "Van Hien", "Janot")


def test_books_and_in_press():
    book, press = parse_list(
        [
            "7. Young, D.G.; Doe, J. Essential Reference, 4th ed.; Life Publishing: Lehi, UT, USA, 2007; p. 360.",
            "Deng, J., & Li, B. (2024). Functionally gradient materials. Journal of Energy Chemistry.",
        ]
    )
    assert (book.title, book.journal, book.year) == ("Essential Reference", "", 2007)
    assert (press.title, press.journal, press.volume) == (
        "Functionally gradient materials",
        "Journal of Energy Chemistry",
        "",
    )


def test_a_doi_that_a_line_break_cut_is_whole_again():
    found, *_ = parse_list(["Lou, X. (2011). Growth of MoS2. Chem. Eur. J. 17, 13142–13145. doi: 10.1002/chem.20 2480"])
    assert (found.doi, found.first_page) == ("10.1002/chem.202480", "13142")


def test_duplicates_are_marked():
    first, other, again, moved = parse_list(
        [
            "Ma, J., & Cui, G. (2018). Progress on failure mechanisms of cells. Journal of Power Sources, 392, 94-115.",
            "Ma, J., & Cui, G. (2018). Another work on the failure of cells. Journal of Power Sources, 392, 116-120.",
            "Ma, J., & Cui, G. (2018). Progress on failure mechanisms of cells. Journal of Power Sources, 392, 94-115.",
            "Ma, J., et al. (2019). Progress on failure mechanisms of cells. Small, 8, 1282-1299.",
        ]
    )
    assert [r.same_as for r in (first, other, again, moved)] == [None, None, 1, 1]


def test_each_work_of_an_entry_with_several():
    references = with_parts(
        parse_list(
            [
                "[1] a) Y. Zhang, X. Bu, Angew. Chem., Int. Ed. 2017, 23, 16419; b) J. Wang, Small 2018, 1, 2.",
                "[2] K.-S. Park, J. Am. Chem. Soc. 2013, 135, 1167; X. Li, Nano Lett. 2014, 3, 17.",
                "[3] J. Wang, Small 2018, 1, 2.",
            ]
        )
    )
    assert [(r.number, r.label, r.authors[0], r.first_page) for r in references] == [
        (1, "[1]", "Zhang", "16419"),
        (2, "[2]", "Park", "1167"),
        (3, "[3]", "Wang", "2"),
        (4, "1b", "Wang", "2"),
        (5, "2b", "Li", "17"),
    ]
    assert references[3].same_as == 3


@given(st.lists(st.text(alphabet="ab);. A.J2019,1", max_size=60), max_size=6))
def test_further_works_follow_the_entries(texts):
    entries = parse_list(texts)
    found = with_parts(entries)
    assert [r.text for r in found[: len(entries)]] == [r.text for r in entries]
    assert [r.number for r in found] == list(range(1, len(found) + 1))


@given(st.lists(st.text(max_size=80), max_size=8))
def test_no_text_is_too_strange(texts):
    assert len(parse_list(texts)) == len(texts)


@given(
    st.sampled_from(sorted(MADE)),
    st.lists(st.sampled_from(WORKS), min_size=1, max_size=6),
    st.integers(0, 80),
    st.text(),
)
def test_an_entry_damaged_anywhere_leaves_the_others_readable(style, works, at, noise):
    printed = [MADE[style](number, work) for number, work in enumerate(works, 1)]
    found = parse_list([printed[0][:at] + noise + printed[0][at:], *printed[1:]])
    assert len(found) == len(works)


@given(st.lists(st.text(alphabet="AaBb .,;:&()[]-–12019“”/'é…", max_size=60), max_size=6))
def test_any_text_gives_one_entry_each_and_loses_nothing(texts):
    found = parse_list(texts)
    assert [reference.number for reference in found] == list(range(1, len(texts) + 1))
    for text, reference in zip(texts, found, strict=True):
        letters = re.sub(r"\W", "", text)
        assert letters.endswith(re.sub(r"\W", "", reference.text))


def test_the_reviews_list_has_its_ten_groups_of_duplicates(review):
    from miner.readers import read

    marked = [(r.same_as, r.number) for r in read(review / "text.txt").references if r.same_as]
    assert len({first for first, _ in marked}) == 10
    assert (74, 78) in marked
    assert (6, 80) in marked
