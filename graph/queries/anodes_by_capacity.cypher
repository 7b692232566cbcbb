// Anodes by capacity
// Every capacity that a paper gives for an anode, the highest first, with qualifier and conditions. Rows without a value
// are those where the paper prints a word instead of a number ("Varies").
// ? who( (?!theoret)\w+){0,4} capacit*
// ? (highest|largest|greatest|biggest|best|lowest|smallest|high|low|large|maximum|max|most|record|peak|top)( (?!theoret)\w+){0,2} capacit*
// ? (by|rank*|sort*|order*|compar*|according to)( (?!theoret)\w+){0,3} capacit*
// ? (specific|areal|volumetric|gravimetric)? ?capacities
// ? capacit*( \w+){0,3} (above|over|below|under|exceed\w*|surpass\w*|beyond|more than|less than|at least|at most|between)
// ? (most|more|least|highest|largest)( \w+)? (charge|lithium|sodium|ions|juice)
// = specific_capacity, areal_capacity, volumetric_capacity
// $property: string = "specific_capacity" — or areal_capacity, volumetric_capacity
// $anode: Anode = null — only this anode
// $at_least: float = null — only values from this one, in the property's unit
// $at_most: float = null — only values up to this one
MATCH (c:Claim {property: $property})
WHERE c.anode IS NOT NULL AND NOT c.denied
  AND c.anode = $anode
  AND c.value >= $at_least
  AND c.value <= $at_most
WITH c ORDER BY c.value IS NULL, coalesce(c.unit, ''), c.value DESC, c.anode, coalesce(c.material, ''), c.paper, c.id
LIMIT $rows
MATCH (c)-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
RETURN c.anode AS anode, c.material AS material, c.relation AS relation, c.value AS value, c.value_to AS value_to,
       c.unit AS unit, c.printed AS printed, c.qualifier AS qualifier, c.basis AS basis, c.conditions AS conditions,
       c.cites AS references, e.sentence AS sentence, e.context AS context, e.page AS page, p.title AS paper
ORDER BY value IS NULL, coalesce(unit, ''), value DESC, anode, coalesce(material, ''), c.paper, c.id
