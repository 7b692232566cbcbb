// Measurements
// Measured and calculated values with their conditions, the highest first, of all anodes and properties or of one. A row
// without a value is one where the paper prints a word instead of a number ("Varies").
// ? (measure*|{values}|how (much|large|high|low|long|fast|big|thick|thin|stable|strongly|strong|stiff|bad|great|wide|severe|quickly|far|well|conductive|resistive|dense)|reported|properties|quoted|typical)
// ? (what|which)( is| are| was| were)? the (highest|lowest|best|largest|smallest|longest|worst|maximum|minimum|typical|average|usual|mean)( \w+)? {quantities}
// ? (what|which)( \w+){0,2} {quantities}( \w+)? (does|do|did|has|have|is|are|was|were|can|could)
// ??
// $anode: Anode = null — only of this anode
// $property: string = null — only of this property; the query `properties` lists them
// $material: Material = null — only of this material
// $at_least: float = null — only values from this one, in the property's unit
// $at_most: float = null — only values up to this one
WITH [$many] AS found
MATCH (n:Anode {name: $anode}) WITH found + n.measurements AS found
MATCH (n:Material {name: $material}) WITH found + n.claims AS found
MATCH (b:Band) WHERE b.name STARTS WITH $property + '\t' WITH found, sum(b.claims) AS claims WITH found + claims AS found
WITH all(n IN found WHERE n >= $many) AS walk
OPTIONAL MATCH (b:Band)
WHERE walk
  AND b.name STARTS WITH $property + '\t'
WITH b.name AS band ORDER BY band
CALL {
  WITH band
  WITH band WHERE band IS NULL
  MATCH (c:Claim)
  WHERE c.property IS NOT NULL AND NOT c.denied
    AND c.anode = $anode
    AND c.property = $property
    AND c.material = $material
    AND c.value >= $at_least
    AND c.value <= $at_most
  RETURN c ORDER BY c.rank
  LIMIT $rows
  UNION ALL
  WITH band
  MATCH (c:Measurement {band: band})
  WHERE NOT c.denied
    AND c.anode = $anode
    AND c.material = $material
    AND c.value >= $at_least
    AND c.value <= $at_most
  RETURN c ORDER BY c.rank
}
WITH c LIMIT $rows
MATCH (t:Statement)<-[:STATES]-(c)
MATCH (c)-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
RETURN c.property AS property, c.material AS material, c.anode AS anode, c.relation AS relation, c.value AS value,
       c.value_to AS value_to, c.unit AS unit, c.printed AS printed, c.qualifier AS qualifier, c.basis AS basis,
       c.conditions AS conditions, c.electrolyte AS electrolyte, t.belief AS belief, c.second_reader AS second_reader,
       c.attribution AS attribution, c.cites AS references, e.sentence AS sentence, e.context AS context, e.page AS page,
       p.title AS paper_title, p.year AS paper_year, c.id AS claim
ORDER BY c.rank
