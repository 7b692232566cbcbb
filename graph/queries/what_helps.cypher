// What helps
// Every (mitigation, problem, anode) that a paper states, with the claims behind it and their independent sources.
// Rows without an anode speak of anodes in general.
// ? (help*|strateg*|mitigat*|remed*|solution*|approach*|tried|stabili[sz]*|protect*|measures|effective*)
// ?? (improv*|better|relie\w+|reduc*|suppress*|prevent*|used|applied|combin*|employ*|tested|solv*|address*|work*)
// $anode: Anode = null — only on this anode
// $problem: Problem = null — only against this problem
// $mitigation: Mitigation = null — only this strategy
MATCH (c:Claim)
WHERE c.mitigation IS NOT NULL AND NOT c.denied
  AND c.anode = $anode
  AND c.problem = $problem
  AND c.mitigation = $mitigation
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Paper)
WITH c.mitigation AS mitigation, c.problem AS problem, c.anode AS anode, count(DISTINCT c.id) AS claims,
     count(DISTINCT c.paper) AS papers, count(DISTINCT coalesce(s.key, c.paper)) AS studies
MATCH (m:Mitigation {name: mitigation}), (p:Problem {name: problem})
RETURN mitigation, m.title AS mitigation_title, problem, p.title AS problem_title, anode, claims, papers, studies
ORDER BY studies DESC, claims DESC, mitigation, problem, coalesce(anode, '')
