// Most cited studies
// The works that most claims are attributed to, with what they are cited for.
// ? (most|often|frequently|highly|much|best|top)( \w+)? cited
// ? cited( the)? (most|often)
// ? (important|influential|key)( \w+)? (studies|papers|works|references)
MATCH (s:Paper)<-[r:ATTRIBUTED_TO]-(c:Claim)
WHERE NOT c.denied
WITH s, r, c ORDER BY c.problem, c.property, r.number
WITH s, count(DISTINCT c.id) AS claims, count(DISTINCT c.paper) AS papers, collect(DISTINCT r.number) AS references,
     collect(DISTINCT coalesce(c.problem, c.property)) AS cited_for
RETURN coalesce(s.title, s.text) AS study, s.year AS year, s.doi AS doi, claims, papers, references, cited_for
ORDER BY claims DESC, papers DESC, s.key
