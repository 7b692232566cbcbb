"""The same claims make the same graph, whatever happened before, and the graph says nothing that no claim says."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from engines import clear
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_up import FIRST, PAPERS, SECOND, THIRD, mitigation, problem

from graph.contents import canonical_export, links, nodes
from graph.engine import Engine
from graph.projection import project, rebuild, remove
from miner.claims import Extraction, Mitigation, Paper

SHORT_QUERY = """
    MATCH (a:Anode)-[:HAS_PROBLEM]->(p:Problem)<-[:MITIGATES]-(m:Mitigation)-[t:APPLIED_TO]->(a)
    WHERE t.problem = p.name
    RETURN m.name AS mitigation, p.name AS problem, a.name AS anode
"""
Triple = tuple[str, str, str]


def loaded(engine: Engine, papers: Iterable[Extraction]) -> str:
    clear(engine)
    for paper in papers:
        assert project(engine, paper)
    return canonical_export(engine)


def short(engine: Engine) -> list[Triple]:
    return sorted((row["mitigation"], row["problem"], row["anode"]) for row in engine.rows(SHORT_QUERY))


def test_any_order_of_ingest_gives_the_same_graph(engine: Engine) -> None:
    assert len({loaded(engine, order) for order in permutations(PAPERS)}) == 1


def test_both_engines_hold_the_same_graph(arcadedb: Engine, neo4j_server: Engine) -> None:
    assert loaded(arcadedb, PAPERS) == loaded(neo4j_server, PAPERS)


def test_a_paper_that_is_removed_leaves_nothing_and_returns_whole(engine: Engine) -> None:
    without, whole = loaded(engine, (FIRST, THIRD)), loaded(engine, PAPERS)
    assert remove(engine, SECOND.paper.sha256)
    assert canonical_export(engine) == without
    assert not remove(engine, SECOND.paper.sha256)
    project(engine, SECOND)
    assert canonical_export(engine) == whole
    for paper in PAPERS:
        remove(engine, paper.paper.sha256)
    assert [node.id for node in nodes(engine)] == ["Graph:claims"]
    assert links(engine) == []


def test_an_unchanged_paper_is_left_alone_and_a_changed_one_replaced(engine: Engine) -> None:
    before = loaded(engine, PAPERS)
    assert not project(engine, FIRST)
    changed = replace(FIRST, mitigations=FIRST.mitigations[1:], references=FIRST.references[1:])
    assert project(engine, changed)
    assert canonical_export(engine) == loaded(engine, (changed, SECOND, THIRD)) != before


def test_two_files_of_one_paper_count_as_one_paper(engine: Engine) -> None:
    again = replace(FIRST, paper=replace(FIRST.paper, sha256="e" * 64))
    alone = loaded(engine, (FIRST, SECOND))
    both = {loaded(engine, order) for order in permutations((FIRST, SECOND, again))}
    assert len(both) == 1
    counted = "MATCH (:Mitigation {name: 'nanostructuring'})-[r:MITIGATES]->() RETURN r.papers AS n, r.claims AS m"
    edges = engine.rows(counted)
    assert edges == [{"n": 1, "m": 2}]
    remove(engine, again.paper.sha256)
    assert canonical_export(engine) == alone
    rebuild(engine, (again, FIRST, SECOND))
    assert canonical_export(engine) in both


def test_a_rebuild_mends_whatever_was_there(engine: Engine) -> None:
    wanted = loaded(engine, (FIRST, SECOND))
    loaded(engine, (THIRD, replace(SECOND, measurements=())))
    assert rebuild(engine, [SECOND, FIRST]) == 2
    assert canonical_export(engine) == wanted


def test_what_is_ingested_during_a_rebuild_stays(engine: Engine) -> None:
    wanted = loaded(engine, PAPERS)
    loaded(engine, (FIRST,))

    def meanwhile() -> Iterator[Extraction]:
        yield FIRST
        project(engine, THIRD)
        yield SECOND

    assert rebuild(engine, meanwhile()) == 2
    assert canonical_export(engine) == wanted


def test_writers_at_once_lose_nothing(engine: Engine) -> None:
    wanted = loaded(engine, PAPERS)
    clear(engine)
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda paper: project(engine, paper), (*PAPERS, *PAPERS)))
    assert canonical_export(engine) == wanted


def test_counts_are_never_made_side_by_side(engine: Engine) -> None:
    papers = [
        replace(FIRST, paper=replace(FIRST.paper, sha256=letter * 64, key=f"doi:{letter}")) for letter in "abcdef"
    ]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda paper: project(engine, paper), papers))
    edges = engine.rows("MATCH ()-[r:MITIGATES]->() RETURN r.papers AS papers")
    assert [edge["papers"] for edge in edges] == [6, 6, 6]


def test_readers_see_the_old_or_the_new_paper_while_it_is_written(engine: Engine) -> None:
    old = PAPERS
    new = [replace(paper, measurements=(), mitigations=paper.mitigations[:1]) for paper in PAPERS]
    count_of = "MATCH (d:Document) WITH d ORDER BY d.sha256 RETURN d.digest AS digest, d.claims AS claims"
    seen, stop = [], threading.Event()
    for paper in old:
        project(engine, paper)
    before = [tuple(row.values()) for row in engine.rows(count_of)]

    def read() -> None:
        while not stop.is_set():
            seen.append([tuple(row.values()) for row in engine.rows(count_of)])
            time.sleep(0.005)

    reader = threading.Thread(target=read)
    reader.start()
    rebuild(engine, new)
    stop.set()
    reader.join()
    after = [tuple(row.values()) for row in engine.rows(count_of)]
    assert before != after
    assert seen
    for found in seen:
        assert {*found} <= {*before, *after}


def test_claims_of_the_same_words_stay_apart_and_count_by_source(engine: Engine) -> None:
    loaded(engine, PAPERS)
    (edge,) = engine.rows(
        "MATCH (:Mitigation {name: 'artificial_sei_or_coating'})-[r:MITIGATES]->(:Problem {name: 'dendrite_growth'}) "
        "RETURN r.claims AS claims, r.papers AS papers, r.studies AS studies"
    )
    # Two reviews cite Wang's work, and it speaks for itself: three claims from one source.
    assert edge == {"claims": 3, "papers": 3, "studies": 1}
    contents = engine.rows(
        "MATCH (c:Measurement {anode: 'silicon'}) RETURN DISTINCT c.content AS content, count(c) AS n"
    )
    assert [row["n"] for row in contents] == [2]


def test_a_cited_work_is_one_paper_and_knows_itself_best(engine: Engine) -> None:
    described = "MATCH (p:Paper {key: 'doi:10.1/w'}) RETURN p.title AS title, p.mined AS mined"
    loaded(engine, (SECOND,))
    assert engine.rows(described) == [{"title": "A skin for lithium", "mined": False}]
    loaded(engine, PAPERS)
    assert engine.rows(described) == [{"title": "A skin for lithium metal", "mined": True}]
    remove(engine, THIRD.paper.sha256)
    assert engine.rows(described)[0]["mined"] is False


def test_every_short_edge_leads_to_its_evidence_and_to_both_papers(engine: Engine) -> None:
    loaded(engine, PAPERS)
    ways = engine.rows("""
        MATCH (m:Mitigation)-[t:APPLIED_TO]->(a:Anode {name: 'silicon'}), (m)<-[:ABOUT]-(c:Claim)-[:ABOUT]->(a)
        WHERE c.problem = t.problem
        MATCH (c)-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper), (c)-[r:ATTRIBUTED_TO]->(s:Paper)
        RETURN e.sentence AS sentence, e.page AS page, e.boxes AS boxes, p.title AS paper, r.number AS number,
               s.title AS study
    """)
    assert ways == [
        {
            "sentence": "Wires have room [2].",
            "page": 4,
            "boxes": "[[4, 50.0, 100.0, 290.0, 112.0]]",
            "paper": "Anodes, briefly",
            "number": 2,
            "study": "Wires of silicon for anodes",
        }
    ]


def test_denied_claims_are_kept_and_make_no_edges(engine: Engine) -> None:
    loaded(engine, (FIRST,))
    assert engine.rows("MATCH (c:Claim {denied: true}) RETURN count(c) AS n") == [{"n": 2}]
    assert engine.rows("MATCH (:Anode {name: 'graphite'})-[r:HAS_PROBLEM|APPLIED_TO]-() RETURN r") == []


def test_a_mitigation_presupposes_the_problem(engine: Engine) -> None:
    loaded(engine, (FIRST,))
    stated = engine.rows(
        "MATCH (a:Anode)-[h:HAS_PROBLEM]->() RETURN a.name AS anode, h.stated AS stated ORDER BY anode"
    )
    assert stated == [{"anode": "lithium metal", "stated": True}, {"anode": "silicon", "stated": False}]


ANODES, PROBLEMS = st.sampled_from(["silicon", "tin", "graphite"]), st.sampled_from(["volume_change", "capacity_fade"])
MITIGATIONS = st.builds(
    mitigation,
    st.sampled_from(["doping", "binder", "spacer_material"]),
    PROBLEMS,
    st.none() | ANODES,
    st.sampled_from(["This helps.", "That helps."]),
    denied=st.booleans(),
)
HAS_PROBLEMS = st.builds(problem, ANODES, PROBLEMS, st.just("It suffers."), denied=st.booleans())


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(claims=st.lists(MITIGATIONS, max_size=12), problems=st.lists(HAS_PROBLEMS, max_size=4))
def test_the_short_query_returns_what_is_claimed_and_nothing_else(
    engine: Engine, claims: list[Mitigation], problems: list
) -> None:
    paper = Extraction(FIRST.paper, has_problem=tuple(problems), mitigations=tuple(claims))
    loaded(engine, (paper,))
    asserted = {(c.strategy, c.problem, c.anode) for c in claims if c.anode and not c.denied}
    assert short(engine) == sorted(asserted)


def test_the_short_query_on_the_claims_of_a_real_review(engine: Engine, shared: Path) -> None:
    gold = json.loads((shared / "gold" / "anode-solutions-review.json").read_text())["mitigations"]
    claims = [mitigation(m["strategy"], m["problem"], m["anode"], m.get("quote", "")) for m in gold]
    loaded(engine, (Extraction(Paper("doi:10.1/r", "d" * 64), mitigations=tuple(claims)),))
    asserted = {(m["strategy"], m["problem"], m["anode"]) for m in gold if m["anode"]}
    assert len(asserted) > 90
    assert short(engine) == sorted(asserted)


@pytest.mark.parametrize("label", ["Measurement", "ProblemClaim", "MitigationClaim"])
def test_every_claim_has_one_kind(engine: Engine, label: str) -> None:
    loaded(engine, (FIRST,))
    kinds = {"Measurement": FIRST.measurements, "ProblemClaim": FIRST.has_problem, "MitigationClaim": FIRST.mitigations}
    assert engine.rows(f"MATCH (c:Claim:{label}) RETURN count(c) AS n") == [{"n": len(kinds[label])}]
