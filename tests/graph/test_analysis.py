"""Gaps and what may fill them, central strategies and communities."""

from __future__ import annotations

from made_up import PAPERS, mitigation, problem

from graph.analysis import Edge, analogous, central, communities, gaps, hit_rate, popular
from graph.engine import Engine
from graph.projection import project
from miner.claims import Extraction, Paper

# Silicon and tin are alike, graphite is not: what helps tin against cracks is proposed for silicon first.
EDGES = [
    Edge("nanostructuring", "volume_change", "silicon"),
    Edge("nanostructuring", "volume_change", "tin"),
    Edge("binder", "cracks", "tin"),
    Edge("doping", "cracks", "graphite"),
    Edge("doping", "rate_capability", "graphite"),
]
PROBLEMS = sorted({(edge.anode, edge.problem) for edge in EDGES} | {("silicon", "cracks")})
GAP = Extraction(
    Paper("doi:10.1/gap", "e" * 64, "Gaps", ("Gap",), 2024),
    has_problem=(problem("tin", "dendrite_growth", "Tin grows dendrites."),),
    mitigations=(mitigation("binder", "volume_change", "tin", "Binders hold tin."),),
)


def test_what_helps_an_anode_that_is_alike_is_proposed_first() -> None:
    first, second, *_ = analogous(EDGES, PROBLEMS, "silicon", "cracks")
    assert (first.mitigation, first.anodes) == ("binder", ("tin",))
    assert first.score > second.score
    assert popular(EDGES, PROBLEMS, "silicon", "cracks")[0].mitigation == "doping"


def test_hit_rate_hides_all_that_is_known_of_a_pair() -> None:
    assert hit_rate(EDGES, PROBLEMS, analogous, top=1) == 2 / 5
    assert hit_rate([], [], analogous) == 0.0


def test_gaps_of_a_graph(engine: Engine) -> None:
    for paper in (*PAPERS, GAP):
        project(engine, paper)
    (gap,) = gaps(engine)
    assert (gap.anode, gap.problem, gap.studies) == ("tin", "dendrite_growth", 1)
    assert gap.proposals[0].mitigation == "artificial_sei_or_coating"


def test_central_strategies_and_communities(engine: Engine) -> None:
    for paper in PAPERS:
        project(engine, paper)
    first, *_ = central(engine)
    assert (first.mitigation, first.problems, first.anodes) == ("artificial_sei_or_coating", 2, 2)
    assert sum(map(len, communities(engine))) == len({node for one in communities(engine) for node in one}) == 8
