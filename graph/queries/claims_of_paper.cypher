// Claims of a paper
// All that was found in one paper, in the order of its pages.
// ? (claims?|says?|say|stat*|find*|report*|contain*|about|content*)
// ??
// $paper: string — its title, its DOI, its file's name or the start of the file's hash
MATCH (d:Document)-[:READS]->(p:Paper)
WHERE toLower($paper) IN [toLower(coalesce(p.title, '')), toLower(coalesce(p.doi, '')), toLower(coalesce(d.source, ''))]
   OR d.sha256 STARTS WITH toLower($paper)
MATCH (c:Claim {document: d.sha256})-[:SUPPORTED_BY]->(e:Evidence)
RETURN CASE WHEN c.property IS NOT NULL THEN 'measurement' WHEN c.mitigation IS NOT NULL THEN 'mitigation' ELSE 'problem' END AS kind,
       c.anode AS anode, c.material AS material, c.problem AS problem, c.mitigation AS mitigation, c.property AS property,
       c.relation AS relation, c.value AS value, c.value_to AS value_to, c.unit AS unit, c.printed AS printed,
       c.denied AS denied, c.attribution AS attribution, c.cites AS references, e.sentence AS sentence, e.context AS context, e.section AS section,
       e.page AS page, e.boxes AS boxes, d.sha256 AS document
ORDER BY document, coalesce(page, 0), kind, coalesce(anode, ''), coalesce(problem, property), coalesce(mitigation, ''), c.id
