"""Which of several cited studies a value is attributed to."""

import pytest

from miner.citations import attribute
from miner.document import Block, Citation, Document, Text
from miner.measurements.attribution import cited
from miner.quantities import marked, quantities
from miner.sentences import sentences


def cites(text: str, *citations: tuple[str, int, bool]) -> list[tuple[int, ...]]:
    found = [Citation(text.index(s), text.index(s) + len(s), (n,), named) for s, n, named in citations]
    document = Document("", "text", blocks=(Block("paragraph", Text(text, citations=tuple(found))),))
    (sentence,) = attribute(list(sentences(document)))
    values = [q for q in quantities(marked(sentence.text)) if q.unit]
    return [cited(sentence, value, values) for value in values]


@pytest.mark.parametrize(
    "text",
    [
        "Kumar [21] measured 3.4 mS cm-1 and Harsh [22] 0.3 mS cm-1.",
        "Films gave 3.4 mS cm-1 [21] and pellets 0.3 mS cm-1 [22].",
    ],
)
def test_each_value_has_its_own_study_where_the_sentence_tells_them_apart(text):
    named = text.startswith("Kumar")
    assert cites(text, ("[21]", 21, named), ("[22]", 22, named)) == [(21,), (22,)]


def test_citations_of_the_whole_sentence_hold_for_each_value():
    text = "Films gave 3.4 mS cm-1 and pellets 0.3 mS cm-1 [21] [22]."
    assert cites(text, ("[21]", 21, False), ("[22]", 22, False)) == [(21, 22), (21, 22)]
