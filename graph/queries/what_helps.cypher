// What helps
// Every (mitigation, problem, anode) that a paper states, with the claims behind it and their independent sources.
// Rows without an anode speak of anodes in general.
// ? (help*|strateg*|mitigat*|remed*|solution*|approach*|tried|stabili[sz]*|protect*|measures|effective*)
// ?? (improv*|better|relie\w+|reduc*|suppress*|prevent*|used|applied|combin*|employ*|tested|solv*|address*|work*)
// $anode: Anode = null — only on this anode
// $problem: Problem = null — only against this problem
// $mitigation: Mitigation = null — only this strategy
MATCH (m:Mitigation)<-[:ABOUT]-(c:MitigationClaim)-[:ABOUT]->(p:Problem)
WHERE ($anode IS NULL OR c.anode = $anode) AND ($problem IS NULL OR c.problem = $problem)
  AND ($mitigation IS NULL OR c.mitigation = $mitigation) AND NOT c.denied
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Paper)
RETURN m.name AS mitigation, m.title AS mitigation_title, p.name AS problem, p.title AS problem_title, c.anode AS anode,
       count(DISTINCT c.id) AS claims, count(DISTINCT c.paper) AS papers, count(DISTINCT coalesce(s.key, c.paper)) AS studies
ORDER BY studies DESC, claims DESC, mitigation, problem, coalesce(anode, '')
