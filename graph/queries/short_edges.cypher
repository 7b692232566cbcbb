// The graph in short
// Anodes, problems and mitigations with the edges between them, for drawing; optionally only those next to one name.
// $name: string = null — label of an anode, a problem or a mitigation
// $studies: integer = 1 — only edges with at least this many independent sources
MATCH (s)-[r:HAS_PROBLEM|MITIGATES|APPLIED_TO]->(t)
WHERE r.studies >= $studies
  AND (s.name = $name OR t.name = $name OR r.problem = $name)
RETURN labels(s)[0] AS start_label, s.name AS start, type(r) AS type, labels(t)[0] AS end_label, t.name AS end,
       r.problem AS problem, r.stated AS stated, r.claims AS claims, r.papers AS papers, r.studies AS studies, r.belief AS belief
ORDER BY type, start, end, coalesce(problem, '')
