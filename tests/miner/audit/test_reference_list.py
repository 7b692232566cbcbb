"""Defects of a reference list as findings."""

from dataclasses import replace

from claimed import capacity, paper

from miner.audit.reference_list import list_defects
from miner.document import Defect, Reference

OTT = Reference(1, "Ott, Anodes, J. Anodes 2020", title="Anodes", journal="J. Anodes", year=2020)
UHL = Reference(2, "Uhl, Cathodes, J. Cathodes 2021", title="Cathodes")
AGAIN = replace(OTT, number=3, same_as=1)
ELSEWHERE = replace(OTT, number=4, text="Ott, Anodes, Energy 2020", journal="Energy", same_as=1)


def test_entries_for_one_work_with_the_claims_credited_to_them() -> None:
    claim = capacity("silicon", 3579, cites=(3,))
    (found,) = list_defects(paper(claim, capacity("tin", 993, cites=(2,)), references=(OTT, UHL, AGAIN)))
    assert found.verdict == "duplicate entry"
    assert found.message == "References 1 = 3 are one work, printed alike: Anodes."
    assert found.claims == (claim.id,)


def test_entries_that_differ_say_in_what() -> None:
    (found,) = list_defects(paper(references=(OTT, UHL, AGAIN, ELSEWHERE)))
    assert found.message == "References 1 = 3 = 4 seem to be one work, though they differ in journal: Anodes."


def test_defects_of_citations_become_findings() -> None:
    defects = (
        Defect("citation out of range", "Cited, but not among the 2 references: 7.", 1),
        Defect("reference never cited", "In the list, but never cited: 2.", 1),
        Defect("figure text", "words inside pictures are not read", 12),
    )
    extraction = replace(paper(references=(OTT, UHL)), defects=defects)
    assert [(f.verdict, f.message) for f in list_defects(extraction)] == [
        ("out of range", "Cited, but not among the 2 references: 7."),
        ("never cited", "In the list, but never cited: 2."),
    ]
