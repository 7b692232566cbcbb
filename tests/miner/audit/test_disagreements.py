"""The same quantity with values that exclude each other."""

from claimed import capacity, paper

from miner.audit.disagreements import disagreements
from miner.claims import Evidence, Measurement
from miner.document import Reference

STUDY = (Reference(1, "Ott, A study of anodes, 2020", title="A study of some anodes", year=2020),)
SAME_STUDY = (Reference(1, "Uhl, 2019"), Reference(2, "A. Ott", title="A study of some anodes", year=2020))


def result(value: float, number: int, rate: str = "0.1 A/g", sentence: str = "") -> Measurement:
    return capacity(
        "Si@C",
        value,
        sentence,
        basis=None,
        qualifier="reversible",
        cites=(number,),
        conditions={"specific_current": rate},
    )


def volume_change(value: float, sentence: str, relation: str = "=") -> Measurement:
    return Measurement(
        evidence=Evidence(sentence, "Silicon", 4),
        material=("silicon",),
        property="volume_change",
        value=value,
        unit="%",
        printed=f"{value:g}%",
        relation=relation,
    )


def test_theoretical_capacities_of_one_material_between_papers() -> None:
    (found,) = disagreements([paper(capacity("silicon", 4200)), paper(capacity("Si anodes", 3579), name="b")])
    assert found.verdict == "between papers"
    assert found.message == (
        "The theoretical specific capacity of silicon is stated as "
        '4200 mAh/g ("Paper a"; p. 3; Li22Si5) but 3579 mAh/g ("Paper b"; p. 3; Li15Si4).'
    )
    assert len(found.claims) == len(found.evidence) == len(found.papers) == 2


def test_values_that_differ_by_rounding_agree() -> None:
    assert not list(disagreements([paper(capacity("lithium metal", 3860), capacity("Li metal", 3862))]))


def test_a_capacity_that_is_questioned_already_disagrees_with_none() -> None:
    assert not list(disagreements([paper(capacity("graphite", 372), capacity("graphite", 670))]))


def test_values_of_one_sentence_have_their_reasons() -> None:
    sentence = "Silicon stores 3579 mAh/g at room temperature and 4200 mAh/g at 450 °C."
    assert not list(disagreements([paper(capacity("silicon", 3579, sentence), capacity("silicon", 4200, sentence))]))


def test_how_exactly_values_are_meant() -> None:
    expands = volume_change(300, "Its volume grows by 300%.")
    assert list(disagreements([paper(expands, volume_change(400, "The volume changes by 400%."))]))
    assert not list(disagreements([paper(expands, volume_change(400, "Its volume grows by up to 400%.", "<="))]))
    assert not list(disagreements([paper(expands, volume_change(280, "Its volume grows by about 280%.", "~"))]))


def test_an_electrode_may_swell_less_than_its_material() -> None:
    claims = volume_change(300, "Its volume grows by 300%."), volume_change(9.5, "The electrode swells by 9.5%.")
    assert not list(disagreements([paper(*claims)]))


def test_a_study_cited_with_two_values() -> None:
    (found,) = disagreements([paper(result(900, 1), result(550, 1, sentence="It kept 550."), references=STUDY)])
    assert found.verdict == "within a paper"
    one, other = paper(result(900, 1), references=STUDY), paper(result(550, 2), name="b", references=SAME_STUDY)
    (found,) = disagreements([one, other])
    assert found.verdict == "between papers"


def test_other_conditions_or_another_study_are_another_quantity() -> None:
    assert not list(disagreements([paper(result(900, 1), result(550, 1, rate="2 A/g"), references=STUDY)]))
    assert not list(disagreements([paper(result(900, 1), result(550, 2), references=SAME_STUDY)]))
