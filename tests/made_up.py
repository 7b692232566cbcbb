"""Made-up papers for the tests of the graph, in the words of the vocabularies."""

from __future__ import annotations

from miner.claims import Evidence, Extraction, HasProblem, Measurement, Mitigation, Paper
from miner.document import Box, Defect, Reference

WANG = Reference(
    1, "Wang et al., A skin for lithium, 2020", "1", ("Wang",), "A skin for lithium metal", "J", 2020, doi="10.1/w"
)
ROE = Reference(2, "Roe, Wires of silicon, 2019", "2", ("Roe",), "Wires of silicon for anodes", "J", 2019)


def stands(sentence: str, page: int = 3, section: str = "2.1") -> Evidence:
    return Evidence(sentence, section, page, (Box(page, 50.0, 100.0, 290.0, 112.0),))


def problem(
    anode: str, problem: str, sentence: str, *, denied: bool = False, cites: tuple[int, ...] = ()
) -> HasProblem:
    return HasProblem(evidence=stands(sentence), anode=anode, problem=problem, denied=denied, cites=cites)


def mitigation(
    strategy: str, problem: str, anode: str | None, sentence: str, *, cites: tuple[int, ...] = (), denied: bool = False
) -> Mitigation:
    where = stands(sentence, page=4)
    return Mitigation(evidence=where, strategy=strategy, problem=problem, anode=anode, cites=cites, denied=denied)


def capacity(anode: str, value: float | None, printed: str, qualifier: str | None = None) -> Measurement:
    return Measurement(
        evidence=Evidence(printed, "Table 1", 2, (), f"{anode} | capacity"),
        material=(anode,),
        anode=anode,
        property="specific_capacity",
        value=value,
        unit="mAh/g" if value else "",
        printed=printed,
        qualifier=qualifier,
        basis="theoretical" if qualifier == "theoretical" else None,
        electrolyte=("LLZTO", "garnet") if qualifier == "theoretical" else (),
        electrolyte_family="garnet" if qualifier == "theoretical" else "",
        conditions={"c_rate": "C/5"} if value else {},
    )


FIRST = Extraction(
    Paper("doi:10.1/first", "a" * 64, "Anodes, briefly", ("Doe",), 2024, "10.1/first", "J. Tests", "first.pdf"),
    (capacity("silicon", 4200.0, "4200 mAh g-1", "theoretical"), capacity("alloy", None, "Varies")),
    (
        problem("lithium metal", "dendrite_growth", "Lithium grows dendrites."),
        problem("graphite", "dendrite_growth", "No dendrites on graphite.", denied=True),
    ),
    (
        mitigation("artificial_sei_or_coating", "dendrite_growth", "lithium metal", "A skin helps [1].", cites=(1,)),
        mitigation("nanostructuring", "volume_change", "silicon", "Wires have room [2].", cites=(2,)),
        mitigation("electrolyte_additive", "dendrite_growth", None, "Additives help in general."),
        mitigation("nanostructuring", "dendrite_growth", "graphite", "Wires help nothing.", denied=True),
    ),
    (1,),
    (WANG, ROE),
    (Defect("no-number", "a value without a number", 2),),
)
# Cites Wang's work under another number, and says the very words of the first paper.
SECOND = Extraction(
    Paper("doi:10.1/second", "b" * 64, "Anodes again", ("Poe",), 2025, "10.1/second", "J. Tests", "second.pdf"),
    (capacity("silicon", 4200.0, "4200 mAh g-1", "theoretical"),),
    (problem("lithium metal", "dendrite_growth", "Lithium grows dendrites."),),
    (
        mitigation("artificial_sei_or_coating", "dendrite_growth", "lithium metal", "A skin helps [1].", cites=(9,)),
        mitigation("artificial_sei_or_coating", "volume_change", "tin", "A skin holds tin together."),
    ),
    (),
    (Reference(9, "X. Wang, 2020", "9", ("Wang",), "A skin for lithium", "J", 2020, doi="10.1/W"),),
)
# Is the work that the other papers cite as Wang's.
THIRD = Extraction(
    Paper("doi:10.1/w", "c" * 64, "A skin for lithium metal", ("Wang",), 2020, "10.1/w", "J", "wang.pdf"),
    mitigations=(mitigation("artificial_sei_or_coating", "dendrite_growth", "lithium metal", "Our skin helps."),),
)
PAPERS = (FIRST, SECOND, THIRD)
