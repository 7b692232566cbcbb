"""What the shape of the graph says: central strategies, communities, and gaps with what may fill them.

A gap is a problem of an anode against which nobody names a strategy on this anode. A strategy is proposed for it by how
far it is believed to relieve the same problem on analogous anodes: those with the same problems and the same remedies.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TypeAlias

import networkx as nx

from graph.engine import Engine

# What is known of a candidate: the edges, the anodes' problems, and the anode and the problem in question.
Recommend: TypeAlias = "Callable[[Sequence[Edge], Sequence[tuple[str, str]], str, str], list[Proposal]]"


@dataclass(frozen=True, slots=True)
class Edge:
    """A strategy relieves a problem of an anode, with `belief` from 0 to 1."""

    mitigation: str
    problem: str
    anode: str
    belief: float = 1.0


@dataclass(frozen=True, slots=True)
class Proposal:
    """A strategy with its `score` (0 to 1) and the anodes on which it relieves the problem, the most alike first."""

    mitigation: str
    score: float
    anodes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A problem of an anode without a tried strategy, the independent sources that name it, and the best proposals."""

    anode: str
    problem: str
    studies: int
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class Central:
    """A strategy by its betweenness: the share of shortest ways between anodes and problems that lead over it."""

    mitigation: str
    betweenness: float
    problems: int
    anodes: int


def gaps(engine: Engine, most: int = 3) -> list[Gap]:
    """All gaps, those with the best first proposal first, each with up to `most` proposals."""
    edges, problems = _edges(engine), _problems(engine)
    tried = {(edge.anode, edge.problem) for edge in edges}
    known = sorted(problems)
    found = [
        Gap(anode, problem, problems[anode, problem], tuple(analogous(edges, known, anode, problem)[:most]))
        for anode, problem in known
        if (anode, problem) not in tried
    ]
    return sorted(found, key=lambda gap: (-_best(gap), -gap.studies, gap.anode, gap.problem))


def central(engine: Engine) -> list[Central]:
    """The strategies, the most central first."""
    graph = _short_graph(engine)
    share = nx.betweenness_centrality(graph)
    found = [
        Central(
            name,
            round(share[kind, name], 4),
            *(sum(other == joined for other, _ in graph[kind, name]) for joined in ("Problem", "Anode")),
        )
        for kind, name in graph
        if kind == "Mitigation"
    ]
    return sorted(found, key=lambda one: (-one.betweenness, -one.problems - one.anodes, one.mitigation))


def communities(engine: Engine) -> list[list[tuple[str, str]]]:
    """Anodes, problems and strategies (label, name) that belong together by Louvain's modularity, the largest first."""
    found = nx.community.louvain_communities(_short_graph(engine), weight="studies", seed=0)
    return sorted((sorted(one) for one in found), key=lambda one: (-len(one), one))


def analogous(edges: Sequence[Edge], problems: Sequence[tuple[str, str]], anode: str, problem: str) -> list[Proposal]:
    """Strategies by belief that they relieve the problem on other anodes, each weighed by how alike it is to this one.

    A made-up anode of weight 1, on which every strategy works as often as it is named against anything, keeps few
    analogous anodes from deciding, and says something where there are none.
    """
    features = _features(edges, problems, problem)
    alike = {edge.anode: _cosine(features[anode], features[edge.anode]) for edge in edges if edge.problem == problem}
    alike.pop(anode, None)
    against: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.problem == problem and edge.anode in alike:
            against[edge.mitigation].append(edge)
    whole = 1 + sum(alike.values())
    proposals = []
    for usual in popular(edges, problems, anode, problem):
        seen = sorted(against[usual.mitigation], key=lambda edge: (-alike[edge.anode], edge.anode))
        score = usual.score + sum(alike[edge.anode] * edge.belief for edge in seen)
        proposals.append(Proposal(usual.mitigation, round(score / whole, 4), tuple(edge.anode for edge in seen)))
    return sorted(proposals, key=lambda proposal: (-proposal.score, proposal.mitigation))


def popular(edges: Sequence[Edge], problems: Sequence[tuple[str, str]], anode: str, problem: str) -> list[Proposal]:  # noqa: ARG001
    """The strategies by how often they are named against anything: the baseline."""
    counts = Counter(edge.mitigation for edge in edges)
    return [Proposal(name, count / len(edges)) for name, count in sorted(counts.items(), key=lambda c: (-c[1], c[0]))]


def popular_against(
    edges: Sequence[Edge], problems: Sequence[tuple[str, str]], anode: str, problem: str
) -> list[Proposal]:
    """The strategies by the number of anodes on which they relieve this problem: the stronger baseline."""
    return popular([edge for edge in edges if edge.problem == problem], problems, anode, problem)


def hit_rate(edges: Sequence[Edge], problems: Sequence[tuple[str, str]], recommend: Recommend, top: int = 5) -> float:
    """The share of known edges among the `top` proposals, with all edges of their anode and problem hidden."""
    hits = 0
    for anode, problem in sorted({(edge.anode, edge.problem) for edge in edges}):
        hidden = {edge.mitigation for edge in edges if (edge.anode, edge.problem) == (anode, problem)}
        left = [edge for edge in edges if (edge.anode, edge.problem) != (anode, problem)]
        proposed = recommend(left, problems, anode, problem)[:top] if left else []
        hits += len(hidden & {proposal.mitigation for proposal in proposed})
    return hits / len(edges) if edges else 0.0


def known(engine: Engine) -> tuple[list[Edge], list[tuple[str, str]]]:
    """What `hit_rate` needs of a graph."""
    return _edges(engine), sorted(_problems(engine))


def _best(gap: Gap) -> float:
    return gap.proposals[0].score if gap.proposals else 0.0


def _features(
    edges: Iterable[Edge], problems: Iterable[tuple[str, str]], without: str
) -> dict[str, dict[tuple[str, ...], float]]:
    """What each anode suffers from and what helps it, apart from the problem in question."""
    features: dict[str, dict[tuple[str, ...], float]] = defaultdict(dict)
    for anode, problem in problems:
        features[anode][("has", problem)] = 1.0
    for edge in edges:
        if edge.problem != without:
            features[edge.anode][(edge.problem, edge.mitigation)] = edge.belief
    return features


def _cosine(one: dict[tuple[str, ...], float], other: dict[tuple[str, ...], float]) -> float:
    product = sum(one[name] * other[name] for name in sorted(one.keys() & other.keys()))
    lengths = sqrt(sum(v * v for v in one.values())) * sqrt(sum(v * v for v in other.values()))
    return product / lengths if lengths else 0.0


def _edges(engine: Engine) -> list[Edge]:
    text = """
        MATCH (m:Mitigation)-[t:APPLIED_TO]->(a:Anode)
        RETURN m.name AS mitigation, t.problem AS problem, a.name AS anode, coalesce(t.belief, 1.0) AS belief
        ORDER BY mitigation, problem, anode
    """
    return [Edge(**row) for row in engine.rows(text)]


def _problems(engine: Engine) -> dict[tuple[str, str], int]:
    text = """
        MATCH (a:Anode)-[h:HAS_PROBLEM]->(p:Problem)
        RETURN a.name AS anode, p.name AS problem, h.studies AS studies
    """
    return {(row["anode"], row["problem"]): row["studies"] for row in engine.rows(text)}


def _short_graph(engine: Engine) -> nx.Graph[tuple[str, str]]:
    """Anodes, problems and strategies with the short edges between them, in an order of their own."""
    text = """
        MATCH (s)-[r:HAS_PROBLEM|MITIGATES|APPLIED_TO]->(t)
        RETURN labels(s)[0] AS start, s.name AS s, labels(t)[0] AS end, t.name AS t, sum(r.studies) AS studies
        ORDER BY start, s, end, t
    """
    graph = nx.Graph()
    for row in engine.rows(text):
        graph.add_edge((row["start"], row["s"]), (row["end"], row["t"]), studies=row["studies"])
    return graph
