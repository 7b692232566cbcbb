"""Questions in plain English, read as named queries; the graph behind them is that of the sample papers."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
import yaml
from made_up import PAPERS

from graph.engine import Engine
from graph.projection import project
from graph.questions import understand
from graph.spelling import corrected

FIRST = yaml.safe_load((files("corpus") / "questions.yaml").read_text("utf-8"))
LATER = yaml.safe_load((files("corpus") / "questions_later.yaml").read_text("utf-8"))
SETS = {
    "those written before the code": FIRST,
    "development": [q for q in LATER if q["use"] == "development"],
    "validation": [q for q in LATER if q["use"] == "validation"],
}


@pytest.fixture
def filled(arcadedb: Engine) -> Engine:
    for paper in PAPERS:
        project(arcadedb, paper)
    return arcadedb


@pytest.mark.parametrize("questions", SETS.values(), ids=SETS)
def test_most_questions_are_understood_and_those_without_an_answer_refused(
    filled: Engine, questions: list[dict[str, Any]]
) -> None:
    right = {True: 0, False: 0}
    for wanted in questions:
        asked, answerable = understand(filled, wanted["question"]), "query" in wanted
        right[answerable] += (
            asked.query in wanted["query"] and asked.params == wanted["params"] if answerable else asked.query is None
        )
    answerable = sum("query" in wanted for wanted in questions)
    assert right[True] >= 0.8 * answerable
    assert right[False] >= 0.9 * (len(questions) - answerable)


@pytest.mark.parametrize(
    ("question", "query", "params"),
    [
        (
            "How is the volume expansion of Si electrodes buffered?",
            "mitigations_of_problem",
            ("volume_change", "silicon"),
        ),
        ("dendrites", "evidence", ("dendrite_growth",)),
        ("Which anodes have a specific capacity above 1 Ah/g?", "anodes_by_capacity", ("specific_capacity", 1000.0)),
        (
            "Do carbon coatings reduce the volume change of silicon?",
            "what_helps",
            ("silicon", "volume_change", "carbon_coating"),
        ),
    ],
)
def test_names_are_linked_by_the_vocabularies(filled: Engine, question: str, query: str, params: tuple[Any]) -> None:
    asked = understand(filled, question)
    assert (asked.query, set(asked.params.values())) == (query, set(params))


@pytest.mark.parametrize(
    "question", ["Which planet has lithium?", "Is silicon edible?", "How old is Volta?", "", "???"]
)
def test_a_word_that_nobody_knows_is_a_reason_not_to_answer(filled: Engine, question: str) -> None:
    asked = understand(filled, question)
    assert asked.query is None
    assert asked.reason


@pytest.mark.parametrize(
    ("question", "query", "strange"),
    [
        ("Could one suffocate Li dendrites by stack pressure?", "evidence", ("suffocate",)),
        ("Main nagging hurdles for silicon anodes?", "problems_of_anode", ("nagging",)),
        ("What counters side reactions of sodium metal in winter?", "mitigations_of_problem", ("winter",)),
        ("poor conductivity of sulfur-free phosphorus: remedies?", "mitigations_of_problem", ("sulfur", "free")),
    ],
)
def test_a_strange_word_is_left_out_where_others_tell_what_is_asked(
    filled: Engine, question: str, query: str, strange: tuple[str, ...]
) -> None:
    asked = understand(filled, question)
    assert (asked.query, asked.left_out) == (query, strange)


@pytest.mark.parametrize(
    "question",
    [
        "Which microscope shows dendrites on lithium?",
        "What is the thermal conductivity of graphite?",
        "How much does a binder weigh?",
        "How many people work on sodium metal?",
        "How do I photograph dendrites?",
        "Why is lithium so light?",
        "How is carbon coating done industrially?",
        "Where can I buy binders?",
        "What is the price of tin per tonne?",
        "How long does the battery of my phone last?",
        "Which anode is best?",
        "Which anode should I use?",
    ],
)
def test_what_is_asked_has_to_be_known(filled: Engine, question: str) -> None:
    assert understand(filled, question).query is None


@pytest.mark.parametrize(
    ("question", "query", "params"),
    [
        (
            "At which potential is lithium inserted into hard carbon?",
            "measurements",
            {"anode": "hard carbon", "property": "operating_voltage"},
        ),
        ("What improves MXene anodes?", "what_helps", {"anode": "MXene"}),
        (
            "Which tactics stop the cracking of silicon nanowires?",
            "mitigations_of_problem",
            {"anode": "silicon", "problem": "mechanical_degradation"},
        ),
        (
            "Does hard carbon have a first-cycle efficiency problem?",
            "who_suffers",
            {"anode": "hard carbon", "problem": "low_coulombic_efficiency"},
        ),
        (
            "Overpotential of lithium metal symmetric cells",
            "measurements",
            {"anode": "lithium metal", "property": "overpotential"},
        ),
        (
            "What do people do so that silicon does not break?",
            "mitigations_of_problem",
            {"anode": "silicon", "problem": "mechanical_degradation"},
        ),
        ("Drawbacks of LTO instead of graphite", "problems_of_anode", {"anode": "lithium titanate"}),
        (
            "Show the claims from alloying-conversion-anodes.pdf",
            "claims_of_paper",
            {"paper": "alloying-conversion-anodes.pdf"},
        ),
        ("Why is LTO not used in EVs?", "problems_of_anode", {"anode": "lithium titanate"}),
        ("Does phosphorus swell?", "evidence", {"anode": "phosphorus", "problem": "volume_change"}),
        (
            "What do people do against sodium dendrites?",
            "mitigations_of_problem",
            {"anode": "sodium metal", "problem": "dendrite_growth"},
        ),
    ],
)
def test_a_name_means_what_it_does_beside_others(
    filled: Engine, question: str, query: str, params: dict[str, str]
) -> None:
    asked = understand(filled, question)
    assert (asked.query, asked.params) == (query, params)


def test_a_theoretical_value_is_no_measured_one(filled: Engine) -> None:
    assert understand(filled, "Theoretically, how much can tin store?").query == "theoretical_capacities"
    assert understand(filled, "What theoretical capacity is quoted for tin?").query == "theoretical_capacities"


def test_cues_may_overlap(filled: Engine) -> None:
    assert understand(filled, "How did interest in doping evolve?").query == "trend_of_mitigations"


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("supress the expantion of sillicon", "suppress the expansion of silicon"),
        ("Li4Ti5O12 vs Na", None),
        ("stabilise what restacks", None),
        ("it doesn't crack", "it does not crack"),
        ("wich theor. cap. w/ Si?", "which theoretical capacity with Si?"),
    ],
)
def test_slips_of_the_pen_are_set_right_and_names_left_alone(slip: str, meant: str | None) -> None:
    assert corrected(slip) == (meant or slip)


def test_what_a_query_cannot_use_is_told(filled: Engine) -> None:
    assert understand(filled, "What coulombic efficiency has silicon after 500 cycles?").left_out == ("500 cycles",)


def test_an_order_that_a_query_does_not_give_is_told(filled: Engine) -> None:
    assert understand(filled, "Which anode has the lowest capacity?").left_out == ("lowest",)
    assert understand(filled, "Which anodes hold at least 500 mAh/g?").left_out == ()


@pytest.mark.parametrize(
    "question", ["Which anodes do not suffer from dendrites?", "What helps silicon except coatings?"]
)
def test_a_denial_is_no_question_on_the_opposite(filled: Engine, question: str) -> None:
    assert understand(filled, question).query is None


def test_a_comparison_of_two_anodes_is_no_question_on_one(filled: Engine) -> None:
    assert understand(filled, "Compare the capacities of silicon and graphite").query is None


@pytest.mark.parametrize(
    ("question", "query", "params"),
    [
        ("strategies against dendrites since 2015", "statements_around", {"problem": "dendrite_growth", "since": 2015}),
        ("what was tried on Si after 2018?", "statements_around", {"anode": "silicon", "since": 2019}),
        ("top 20 cited works", "most_cited_studies", {"top": 20}),
        ("values of tin that differ 2-fold", "values_that_disagree", {"anode": "tin", "factor": 2.0}),
        ("strategies with belief above 90 % for tin", "mitigations_by_belief", {"anode": "tin", "belief": 0.9}),
        ("capacity of Si at 0.1C", "capacity_table", {"anode": "silicon", "condition": "0.1 C"}),
        ("argyrodite with silicon?", "electrolytes_of_anode", {"anode": "silicon", "family": "argyrodite"}),
    ],
)
def test_numbers_and_electrolytes_become_parameters(
    filled: Engine, question: str, query: str, params: dict[str, Any]
) -> None:
    asked = understand(filled, question)
    assert (asked.query, asked.params, asked.left_out) == (query, params, ())


def test_a_number_that_no_query_takes_is_told(filled: Engine) -> None:
    assert understand(filled, "papers before 2015 about doping").left_out == ("before 2015",)
    assert understand(filled, "CE of Li metal at 1C").left_out == ("1C",)
    assert understand(filled, "anodes with more than 5 authors").query is None


@pytest.mark.parametrize(
    "question", ["Which cathode goes with silicon?", "capacity of LFP", "What does ICE mean?", "How do I measure CE?"]
)
def test_what_is_outside_the_graph_is_refused(filled: Engine, question: str) -> None:
    assert understand(filled, question).query is None


@pytest.mark.parametrize("question", ["Which problems have no remedy?", "Is there no solution known?"])
def test_a_cue_does_not_run_over_a_denial(filled: Engine, question: str) -> None:
    assert understand(filled, question).query == "research_gaps"


def test_a_name_said_twice_is_one(filled: Engine) -> None:
    assert understand(filled, "LMBs: why does lithium metal grow dendrites?").params == {
        "anode": "lithium metal",
        "problem": "dendrite_growth",
    }


@pytest.mark.parametrize("question", ["What is prelithiation?", "what are dendrites", "What is an SEI?"])
def test_what_a_thing_is_no_query_tells(filled: Engine, question: str) -> None:
    assert understand(filled, question).query is None


def test_sentences_around_a_question_say_what_it_is_about(filled: Engine) -> None:
    asked = understand(filled, "We work on tin in Vienna, and it expands. What can be done?")
    assert (asked.query, asked.params) == ("mitigations_of_problem", {"anode": "tin", "problem": "volume_change"})


def test_a_range_is_two_bounds(filled: Engine) -> None:
    asked = understand(filled, "Which anodes have 500 to 800 mAh/g?")
    assert asked.params == {"property": "specific_capacity", "at_least": 500.0, "at_most": 800.0}


@pytest.mark.parametrize("question", ["excessive cost of germanium: cure?", "The cost of germanium is too high. Cure?"])
def test_a_problem_is_also_called_by_what_there_is_too_much_of(filled: Engine, question: str) -> None:
    assert understand(filled, question).params == {"anode": "germanium", "problem": "high_cost"}


def test_a_property_may_only_say_when(filled: Engine) -> None:
    asked = understand(filled, "overpotential of lithium metal during plating")
    assert asked.params == {"anode": "lithium metal", "property": "overpotential"}
