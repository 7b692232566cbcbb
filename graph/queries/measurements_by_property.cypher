// Measurements of a property
// Every value of one property over all materials, the highest first.
// $property: string — "specific_capacity", "coulombic_efficiency", ...; the query `properties` lists them
MATCH (c:Measurement {property: $property})-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
WHERE NOT c.denied
RETURN c.material AS material, c.anode AS anode, c.relation AS relation, c.value AS value, c.value_to AS value_to,
       c.unit AS unit, c.printed AS printed, c.qualifier AS qualifier, c.basis AS basis, c.conditions AS conditions,
       c.cites AS references, e.sentence AS sentence, e.context AS context, e.page AS page, p.title AS paper
ORDER BY value IS NULL, coalesce(unit, ''), value DESC, coalesce(material, ''), p.key, c.id
