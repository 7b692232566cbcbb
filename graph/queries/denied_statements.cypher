// Denied statements
// What papers say is not so ("no dendrites were seen"), beside the number of claims that say it is.
// ? (denied|den(y|ies)|negat*|refut*|not true|do not have)
MATCH (c:Claim {denied: true})-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
OPTIONAL MATCH (o:Claim {anode: c.anode, problem: c.problem})
WHERE NOT o.denied AND coalesce(o.mitigation, '') = coalesce(c.mitigation, '')
RETURN c.anode AS anode, c.problem AS problem, c.mitigation AS mitigation, c.property AS property,
       count(DISTINCT o.id) AS claims_for, e.sentence AS sentence, e.section AS section, e.page AS page,
       c.cites AS references, p.title AS paper
ORDER BY coalesce(anode, ''), coalesce(problem, property, ''), coalesce(mitigation, ''), paper, coalesce(page, 0), sentence
