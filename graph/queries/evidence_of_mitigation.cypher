// Evidence that a mitigation works
// Every sentence that says that a strategy relieves a problem, with its place and the studies that it cites.
// $mitigation: Mitigation — the strategy
// $problem: Problem = null — only against this problem
// $anode: Anode = null — only on this anode
MATCH (c:MitigationClaim {mitigation: $mitigation})-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
WHERE ($problem IS NULL OR c.problem = $problem) AND ($anode IS NULL OR c.anode = $anode)
OPTIONAL MATCH (c)-[r:ATTRIBUTED_TO]->(s:Paper)
WITH c, e, p, r, s ORDER BY c.id, r.number
WITH c, e, p, collect(DISTINCT '[' + toString(r.number) + '] ' + coalesce(s.title, s.text)) AS cited
RETURN c.problem AS problem, c.anode AS anode, c.denied AS denied, e.sentence AS sentence, e.context AS context,
       e.section AS section, e.page AS page, c.cites AS references, cited, p.title AS paper, e.boxes AS boxes,
       c.document AS document
ORDER BY p.key, coalesce(page, 0), problem, coalesce(anode, ''), c.id
