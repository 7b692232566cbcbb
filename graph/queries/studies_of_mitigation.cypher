// Studies behind a mitigation
// The works that papers cite for a strategy, with the problems they are cited for.
// ? (primary|original|experimental|first|earliest) {literature}
// ? ({literature}|proposed|invented|introduced|pioneered)
// ? who( \w+){0,2} (used|tried|introduced|invented|proposed|developed|applied|reported|pioneered|discovered|worked|works|studied|investigated|published)
// ? (to|by) whom
// ? whose (ideas?|works?|inventions?|proposals?)
// ?? who
// $mitigation: Mitigation — the strategy
// $problem: Problem = null — only against this problem
MATCH (c:MitigationClaim {mitigation: $mitigation})-[r:ATTRIBUTED_TO]->(s:Paper)
WHERE NOT c.denied
  AND c.problem = $problem
WITH c, r, s ORDER BY c.problem, c.anode, r.number
RETURN coalesce(s.title, s.text) AS study, s.year AS year, s.doi AS doi, collect(DISTINCT r.number) AS references,
       collect(DISTINCT c.problem) AS problems, collect(DISTINCT c.anode) AS anodes, count(DISTINCT c.id) AS claims,
       count(DISTINCT c.paper) AS papers
ORDER BY claims DESC, coalesce(year, 0) DESC, study
