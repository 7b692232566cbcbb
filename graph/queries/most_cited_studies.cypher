// Most cited studies
// The works that most claims are attributed to, with what they are cited for.
// ? (most|often|frequently|highly|much|best|top)( \w+)? (cited|referenced)
// ? (cited|referenced)( the)? (most|often)
// ? (important|influential|key|seminal|landmark|classic|foundational)( \w+)? {literature}
// ? {literature}( \w+){0,3} (important|influential|seminal|cited)
// ? (by|number of|many|most)( \w+)? citations
// $top: integer = 50 — so many studies
MATCH (s:Paper)<-[:ATTRIBUTED_TO]-(c:Claim)
WHERE NOT c.denied
WITH s, count(DISTINCT c.id) AS claims, count(DISTINCT c.paper) AS papers
ORDER BY claims DESC, papers DESC, s.key
LIMIT $top
MATCH (s)<-[r:ATTRIBUTED_TO]-(c:Claim)
WHERE NOT c.denied
WITH s, claims, papers, r.number AS number, coalesce(c.problem, c.property) AS what
ORDER BY what, number
WITH s, claims, papers, collect(DISTINCT number) AS references, collect(DISTINCT what) AS cited_for
RETURN coalesce(s.title, s.text) AS study, s.year AS year, s.doi AS doi, claims, papers, references, cited_for
ORDER BY claims DESC, papers DESC, s.key
