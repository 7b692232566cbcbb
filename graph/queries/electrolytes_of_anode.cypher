// Anodes with solid electrolytes
// What was measured on anodes that were paired with a solid electrolyte: of one anode, one electrolyte or one family.
// ? (paired with|with|on|against|in)( \w+){0,3} (solid|garnet|sulfide|polymer|gel)( \w+)? electrolytes?
// ? (which|what)( solid| kind of)? electrolytes?(( \w+){0,2} (paired|combined|coupled|matched))?
// ? (pairs?|paired|combin\w+|goes|together) with( \w+){0,3} electrolytes?
// ? (garnet|sulfide|polymer|NASICON|argyrodite|halide) (solid )?electrolytes?
// ?? (paired|coupled|matched|compatib*|in contact)
// = solid_electrolyte, hybrid_solid_electrolyte, flexible_electrolyte
// $anode: Anode = null — only with this anode
// $electrolyte: Material = null — only with this electrolyte
// $family: string = null — only with this family: garnet, NASICON, sulfide, argyrodite, polymer, ...
MATCH (m:Material)<-[r:PAIRED_WITH]-(c:Measurement)-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
WHERE NOT c.denied
  AND c.anode = $anode
  AND m.name = $electrolyte
  AND toLower(r.family) = toLower($family)
RETURN m.name AS electrolyte, r.family AS family, c.anode AS anode, c.material AS material, c.property AS property,
       c.relation AS relation, c.value AS value, c.value_to AS value_to, c.unit AS unit, c.conditions AS conditions,
       c.cites AS references, e.sentence AS sentence, e.page AS page, p.title AS paper, c.id AS claim
ORDER BY family, electrolyte, coalesce(anode, ''), property, value IS NULL, value DESC, claim
