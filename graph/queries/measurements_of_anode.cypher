// Measurements of an anode
// Every value that the papers give for an anode, by property.
// $anode: Anode — the anode
// $property: string = null — only this property
MATCH (c:Measurement {anode: $anode})-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
WHERE ($property IS NULL OR c.property = $property) AND NOT c.denied
RETURN c.property AS property, c.material AS material, c.relation AS relation, c.value AS value, c.value_to AS value_to,
       c.unit AS unit, c.printed AS printed, c.qualifier AS qualifier, c.basis AS basis, c.conditions AS conditions,
       c.cites AS references, e.sentence AS sentence, e.context AS context, e.page AS page, p.title AS paper
ORDER BY property, value IS NULL, coalesce(unit, ''), value DESC, coalesce(material, ''), p.key, c.id
