"""The Cypher of the edges between anodes, problems and mitigations: each is worked out from the claims behind it.

Claims are joined as they were stated, never edge by edge: what A says of B and B of C nobody may have said of A and C.
"""

from __future__ import annotations

from dataclasses import dataclass

# Noisy-or over independent sources, as `miner.belief.combined` has it: `belief` in `t` from the claims `c` behind it. A
# source is the first by key of the works that a claim cites, or its paper, so five reviews of one study are one.
BELIEF = """
    OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Paper)
    WITH t, c, min(s.key) AS first
    WITH t, coalesce(first, c.paper) AS source, c.prior AS prior
    WITH t, source, max(prior) AS best, count(prior) AS stated
    WITH t, count(source) AS sources, sum(stated) AS claims, sum(log(1 - best)) AS doubt
    WITH t, sources, claims, round((1 - exp(doubt)) * 10000) / 10000 AS belief
"""
BELIEVE_STATEMENTS = f"""
    UNWIND $rows AS row
    MATCH (t:Statement {{content: row.key}})<-[:STATES]-(c:Claim) {BELIEF}
    SET t.belief = belief, t.sources = sources, t.claims = claims
"""


@dataclass(frozen=True, slots=True)
class ShortEdge:
    """An edge type between `start` and `end`; `triple` names the parts of a claim's triple that tell edges apart."""

    type: str
    start: str
    end: str
    triple: tuple[str, ...]
    key: str = ""
    more: str = ""

    @property
    def _ends(self) -> str:
        start, end = self.start.lower(), self.end.lower()
        return f"(a:{self.start} {{name: row.{start}}}), (b:{self.end} {{name: row.{end}}})"

    @property
    def delete(self) -> str:
        """Delete the edges of `$rows` (triples)."""
        return f"UNWIND $rows AS row MATCH {self._ends} MATCH (a)-[r:{self.type}{self.key}]->(b) DELETE r"

    @property
    def create(self) -> str:
        """Create the edges of `$rows` (triples) that claims stand behind, with their counts."""
        claim = ", ".join(f"{name}: row.{name}" for name in self.triple)
        return f"""
            UNWIND $rows AS row
            MATCH {self._ends}
            MATCH (c:Claim {{{claim}}}) WHERE NOT c.denied
            OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Paper)
            WITH a, b, row, c, coalesce(s.key, c.paper) AS study
            WITH a, b, row, count(DISTINCT c.id) AS claims, count(DISTINCT c.paper) AS papers,
                 count(DISTINCT study) AS studies, sum(CASE WHEN c.mitigation IS NULL THEN 1 ELSE 0 END) AS bare
            MERGE (a)-[r:{self.type}{self.key}]->(b)
            SET r.claims = claims, r.papers = papers, r.studies = studies{self.more}
        """

    @property
    def believe(self) -> str:
        """Set the belief of the edges of `$rows` (triples)."""
        claim = ", ".join(f"{name}: row.{name}" for name in self.triple)
        return f"""
            UNWIND $rows AS row
            MATCH {self._ends} MATCH (a)-[t:{self.type}{self.key}]->(b)
            MATCH (c:Claim {{{claim}}}) WHERE NOT c.denied {BELIEF}
            SET t.belief = belief
        """


SHORT_EDGES = (
    # A claim on a mitigation presupposes that the anode has the problem; `bare` ones say so themselves.
    ShortEdge("HAS_PROBLEM", "Anode", "Problem", ("anode", "problem"), more=", r.stated = bare > 0"),
    ShortEdge("MITIGATES", "Mitigation", "Problem", ("mitigation", "problem")),
    ShortEdge("APPLIED_TO", "Mitigation", "Anode", ("mitigation", "problem", "anode"), key=" {problem: row.problem}"),
)
