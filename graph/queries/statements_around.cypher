// Statements around a name
// What papers state of problems and strategies around an anode, a problem or a strategy, with belief and the latest year:
// that of the studies credited, or of the paper itself. Rows without a strategy say that an anode has a problem.
// ?? (developments?|advances?|progress|achievements?|news)
// $anode: Anode = null — only on this anode
// $problem: Problem = null — only on this problem
// $mitigation: Mitigation = null — only on this strategy
// $belief: float = 0 — only with at least this belief, 0 to 1
// $since: integer = null — only statements of this year or later
MATCH (c:Claim) // not $mitigation
MATCH (c:MitigationClaim) // $mitigation
WHERE c.problem IS NOT NULL AND NOT c.denied
  AND c.anode = $anode
  AND c.problem = $problem
  AND c.mitigation = $mitigation
MATCH (c)-[:STATES]->(t:Statement)
WHERE t.belief >= $belief
MATCH (own:Paper {key: c.paper})
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Paper)
WITH c, t, max(coalesce(s.year, own.year)) AS year
WHERE true
  AND year >= $since
WITH c.anode AS anode, c.problem AS problem, c.mitigation AS mitigation, count(c) AS claims, max(t.belief) AS belief,
     max(year) AS latest
MATCH (p:Problem {name: problem})
OPTIONAL MATCH (m:Mitigation {name: mitigation})
RETURN anode, problem, p.title AS problem_title, mitigation, m.title AS mitigation_title, claims, belief, latest
ORDER BY claims DESC, problem, coalesce(mitigation, ''), coalesce(anode, '')
