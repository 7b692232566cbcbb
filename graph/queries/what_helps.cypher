// What helps against what
// Every (mitigation, problem, anode) that papers state, with its number of claims and of independent sources; optionally
// only those with one mitigation, problem or anode. Rows without an anode speak of anodes in general.
// $mitigation: Mitigation = null — only this strategy
// $problem: Problem = null — only against this problem
// $anode: Anode = null — only on this anode
MATCH (c:MitigationClaim)
WHERE NOT c.denied AND ($problem IS NULL OR c.problem = $problem) AND ($mitigation IS NULL OR c.mitigation = $mitigation)
  AND ($anode IS NULL OR c.anode = $anode)
MATCH (c)-[:ABOUT]->(m:Mitigation)
MATCH (c)-[:ABOUT]->(p:Problem)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Paper)
WITH m, p, c, coalesce(s.key, c.paper) AS study
RETURN m.name AS mitigation, m.title AS mitigation_title, p.name AS problem, p.title AS problem_title, c.anode AS anode,
       count(DISTINCT c.id) AS claims, count(DISTINCT study) AS studies
ORDER BY studies DESC, claims DESC, mitigation, problem, coalesce(anode, '')
