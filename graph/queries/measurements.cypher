// Measurements
// Every value that the papers give, with its conditions and the id of its claim (the query `evidence` shows the sentence);
// optionally only those of one anode or property.
// $anode: Anode = null — only this anode
// $property: string = null — only this property
MATCH (c:Measurement)-[:SUPPORTED_BY]->(:Evidence)-[:STANDS_IN]->(w:Paper)
WHERE NOT c.denied AND ($anode IS NULL OR c.anode = $anode) AND ($property IS NULL OR c.property = $property)
RETURN c.id AS claim, c.anode AS anode, c.material AS material, c.property AS property, c.value AS value,
       c.value_to AS value_to, c.unit AS unit, c.relation AS relation, c.printed AS printed, c.qualifier AS qualifier,
       c.basis AS basis, c.conditions AS conditions, w.title AS paper_title, w.year AS paper_year
ORDER BY property, value IS NULL, coalesce(unit, ''), value DESC, coalesce(material, ''), claim
