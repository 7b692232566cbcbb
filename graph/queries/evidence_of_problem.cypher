// Evidence that an anode has a problem
// Every sentence that states or denies the problem, or presupposes it by speaking of its mitigation, with its place and
// the studies that it cites.
// $anode: Anode — the anode
// $problem: Problem — the problem
MATCH (c:Claim {anode: $anode, problem: $problem})-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
OPTIONAL MATCH (c)-[r:ATTRIBUTED_TO]->(s:Paper)
WITH c, e, p, r, s ORDER BY c.id, r.number
WITH c, e, p, collect(DISTINCT '[' + toString(r.number) + '] ' + coalesce(s.title, s.text)) AS cited
RETURN c.mitigation IS NULL AS stated, c.mitigation AS mitigation, c.denied AS denied, e.sentence AS sentence,
       e.context AS context, e.section AS section, e.page AS page, c.cites AS references, cited, p.title AS paper,
       e.boxes AS boxes, c.document AS document
ORDER BY stated DESC, p.key, coalesce(page, 0), coalesce(mitigation, ''), c.id
