from miner.citations import attribute, resolve
from miner.document import Block, Document, Text
from miner.references import parse_list
from miner.sentences import sentences

REFERENCES = parse_list(
    [f"[{n}] Wang{chr(96 + n)}, Z. (2021). Title number {n} of the list. Small, 1, {n}." for n in range(1, 9)]
)


def studies(*paragraphs):
    blocks = tuple(Block("paragraph", Text(text)) for text in paragraphs)
    document = resolve(Document("0", "text", references=REFERENCES, blocks=blocks))
    return [sentence.study for sentence in attribute(list(sentences(document)))]


def test_sentences_that_go_on_about_a_study_carry_its_number():
    passage = "Wang et al. [1] made a cell. Their cell kept 80%. The LAGP cores stiffen it. It lasted 300 cycles [1]."
    assert studies(passage) == [(1,), (1,), (1,), (1,)]


def test_another_study_takes_over():
    assert studies("Wang et al. [1] made a cell. Qi et al. [2] made a layer. This layer is thin.") == [(1,), (2,), (2,)]


def test_the_papers_own_voice_ends_it():
    passage = "Wang et al. [1] made a cell. In this work, we made another. The cell kept 90%."
    assert studies(passage) == [(1,), (), ()]


def test_a_turn_to_other_things_ends_it():
    passage = "Wang et al. [1] made a cell. Despite these advances, dendrites grow. The cell fails."
    assert studies(passage) == [(1,), (), ()]


def test_the_end_of_the_passage_ends_it():
    assert studies("Wang et al. [1] made a cell.", "The cell kept 90%.") == [(1,), ()]


def test_a_study_that_is_only_cited_carries_to_what_plainly_goes_on():
    passage = "A composite was prepared [3]. The resulting composite delivered 800 mAh/g. Silicon swells by 300%."
    assert studies(passage) == [(3,), (3,), ()]


def test_references_that_a_result_is_compared_with_are_not_its_source():
    block = Block("paragraph", Text("The membrane showed 4.7 mS/cm, higher than previous reports [1-3]."))
    document = resolve(Document("0", "text", references=REFERENCES, blocks=(block,)))
    (sentence,) = attribute(list(sentences(document)))
    assert sentence.cites == ()
