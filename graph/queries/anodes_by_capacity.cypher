// Anodes by capacity
// Every capacity that a paper gives for an anode, the highest first, with qualifier and conditions. Rows without a value
// are those where the paper prints a word instead of a number ("Varies").
// $property: string = "specific_capacity" — or areal_capacity, volumetric_capacity
// $anode: Anode = null — only this anode
MATCH (c:Measurement {property: $property})-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
WHERE c.anode IS NOT NULL AND ($anode IS NULL OR c.anode = $anode) AND NOT c.denied
RETURN c.anode AS anode, c.material AS material, c.relation AS relation, c.value AS value, c.value_to AS value_to,
       c.unit AS unit, c.printed AS printed, c.qualifier AS qualifier, c.basis AS basis, c.conditions AS conditions,
       c.cites AS references, e.sentence AS sentence, e.context AS context, e.page AS page, p.title AS paper
ORDER BY value IS NULL, coalesce(unit, ''), value DESC, anode, coalesce(material, ''), p.key, c.id
