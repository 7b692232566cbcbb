"""Claims as a paper would state them, for the tests of the audit."""

from typing import Any

from miner.claims import Evidence, Extraction, Measurement, Paper
from miner.document import Reference


def capacity(material: str, value: float, sentence: str = "", **told: Any) -> Measurement:
    """A specific capacity in mAh/g, theoretical where nothing else is told."""
    told = {"basis": "theoretical", "qualifier": "theoretical"} | told
    evidence = Evidence(sentence or f"{material} stores {value:g} mAh/g.", "Anodes", 3)
    return Measurement(
        evidence=evidence,
        material=(material,),
        property="specific_capacity",
        value=value,
        unit="mAh/g",
        printed=f"{value:g} mAh/g",
        **told,
    )


def paper(*claims: Measurement, name: str = "a", references: tuple[Reference, ...] = ()) -> Extraction:
    return Extraction(Paper(f"title:{name}", name * 64, title=f"Paper {name}"), claims, references=references)
