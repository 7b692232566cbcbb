"""Claims that a review credits to a study beside those of the study itself."""

from dataclasses import replace

from claimed import capacity, paper

from miner.audit.finding import Finding
from miner.audit.second_hand import second_hand
from miner.claims import Claim, Evidence, Extraction, Mitigation
from miner.document import Reference

STUDY = Reference(41, "Ott, 2020", doi="10.9999/ott")
OTHER = Reference(42, "Uhl, 2021", doi="10.9999/uhl")
OWN = {"basis": None, "qualifier": "reversible", "attribution": "own"}


def _study(*claims: Claim) -> Extraction:
    found = paper(*claims, name="b")  # pyright: ignore[reportArgumentType]
    return replace(found, paper=replace(found.paper, key="doi:10.9999/ott", title="Ott's anodes"))


def _found(claim: Claim, study: Extraction) -> list[Finding]:
    return list(second_hand([paper(claim, references=(STUDY, OTHER)), study]))  # pyright: ignore[reportArgumentType]


def test_the_same_number_is_confirmed_with_its_conditions() -> None:
    own = capacity("silicon", 2725, **OWN, conditions={"c_rate": "C/10"})
    [found] = _found(capacity("silicon", 2725, **OWN, cites=(41,)), _study(own))
    assert found.verdict == "confirmed"
    assert found.message == (
        'The specific capacity of silicon, 2725 mAh/g, credited to "Ott\'s anodes": '
        "the paper itself says 2725 mAh/g (C/10)."
    )
    assert len(found.papers) == len(found.evidence) == 2


def test_another_number_shows_as_such() -> None:
    own = [capacity("silicon", value, f"{value}", **OWN) for value in (1200, 3000)]
    [found] = _found(capacity("silicon", 2725, **OWN, cites=(41,)), _study(*own))
    assert found.verdict == "other value"
    assert found.message.endswith("the paper itself says 3000 mAh/g, 1200 mAh/g.")


def test_what_is_not_there_is_said_only_where_one_study_is_credited() -> None:
    study = _study(capacity("tin", 600, **OWN))
    assert [f.verdict for f in _found(capacity("silicon", 2725, **OWN, cites=(41,)), study)] == ["not in the study"]
    assert _found(capacity("silicon", 2725, **OWN, cites=(41, 42)), study) == []


def test_what_the_study_cites_itself_confirms_nothing() -> None:
    own = capacity("silicon", 2725, basis=None, qualifier="reversible", attribution="cited", cites=(3,))
    assert [f.verdict for f in _found(capacity("silicon", 2725, **OWN, cites=(41,)), _study(own))] == [
        "not in the study"
    ]


def test_mitigations_are_confirmed_or_denied() -> None:
    where = Evidence("A carbon shell helps.")
    said = Mitigation(evidence=where, strategy="carbon_coating", problem="volume_change", anode="silicon", cites=(41,))
    own = replace(said, cites=(), attribution="own")
    first = paper(name="a", references=(STUDY,))
    for denied, verdict in ((False, "confirmed"), (True, "denied")):
        study = replace(_study(), mitigations=(replace(own, denied=denied),))
        [found] = second_hand([replace(first, mitigations=(said,)), study])
        assert found.verdict == verdict
        assert found.message.startswith("carbon coating / volume change / silicon, credited to")
    assert list(second_hand([replace(first, mitigations=(said,)), _study()])) == []
