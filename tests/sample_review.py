"""A made-up review for the tests of the app."""

from __future__ import annotations

from miner.claims import Evidence, Extraction, HasProblem, Measurement, Mitigation, Paper
from miner.document import Box, Reference

DENDRITES = "Lithium grows dendrites on every cycle."
COATING = "A 20 nm layer of Li3N kept the lithium free of dendrites for 500 h [2]."
CAPACITY = "Silicon stores 3579 mAh g-1 in theory."


def evidence(sentence: str, section: str = "Anodes", page: int = 2) -> Evidence:
    return Evidence(sentence, section, page, (Box(page, 50, 100, 290, 112),))


SAMPLE = Extraction(
    paper=Paper(
        "doi:10.1000/review", "a" * 64, "Anodes, briefly", ("Doe",), 2024, "10.1000/review", "J. Tests", "anodes.pdf"
    ),
    measurements=(
        Measurement(
            evidence=evidence(CAPACITY),
            material=("silicon",),
            anode="silicon",
            property="specific_capacity",
            value=3579.0,
            unit="mAh/g",
            printed="3579 mAh g-1",
            qualifier="theoretical",
            basis="theoretical",
        ),
        Measurement(
            evidence=evidence("Si nanowires kept 2100 mAh g-1 at C/5 [1].", page=3),
            cites=(1,),
            anode="silicon",
            material=("Si nanowires",),
            property="specific_capacity",
            value=2100.0,
            unit="mAh/g",
            printed="2100 mAh g-1",
            qualifier="retained",
            conditions={"c_rate": "C/5"},
        ),
        Measurement(
            evidence=evidence("Graphite returns 92 % of the first charge."),
            material=("graphite",),
            anode="graphite",
            property="coulombic_efficiency",
            value=92.0,
            unit="%",
            printed="92 %",
        ),
    ),
    has_problem=(
        HasProblem(evidence=evidence(DENDRITES), anode="lithium metal", problem="dendrite_growth"),
        HasProblem(
            evidence=evidence("Silicon swells to four times its volume."), anode="silicon", problem="volume_change"
        ),
        HasProblem(
            evidence=evidence("No dendrites were seen on graphite."),
            anode="graphite",
            problem="dendrite_growth",
            denied=True,
        ),
    ),
    mitigations=(
        Mitigation(
            evidence=evidence(COATING),
            cites=(2,),
            strategy="artificial_sei",
            problem="dendrite_growth",
            anode="lithium metal",
        ),
        Mitigation(
            evidence=evidence("Nanowires have room to swell [1]."),
            cites=(1,),
            strategy="nanostructuring",
            problem="volume_change",
            anode="silicon",
        ),
        Mitigation(
            evidence=evidence("Additives that smooth the film hold dendrites back in general."),
            strategy="electrolyte_additive",
            problem="dendrite_growth",
        ),
    ),
    named_studies=(1,),
    references=(
        Reference(
            1,
            "A. Roe, Nanowires for silicon anodes, J. Wires 2019, 3, 14.",
            "1",
            ("Roe",),
            "Nanowires for silicon anodes",
            "J. Wires",
            2019,
            "3",
            pages="14",
            doi="10.1000/wires",
        ),
        Reference(
            2,
            "B. Poe, A nitride skin for lithium, J. Films 2020, 8, 21.",
            "2",
            ("Poe",),
            "A nitride skin for lithium",
            "J. Films",
            2020,
            "8",
            pages="21",
            doi="10.1000/skin",
        ),
    ),
)
