// Measurements
// Measured and calculated values with their conditions, the highest first, of all anodes and properties or of one. A row
// without a value is one where the paper prints a word instead of a number ("Varies").
// ? (measure*|values?|data|how (much|large|high|low|long|fast|big|thick|stable|strongly)|reported|properties)
// ? (what|which)( is| are| was| were)? the (highest|lowest|best|largest|smallest|longest|worst|maximum|minimum|typical|average)( \w+)? (voltages?|potentials?|efficienc\w+|conductivit\w+|retention|resistances?|densit\w+|modulus|life|duration)
// ??
// ? (what|how (high|large|big|low|much)) (is|are|was|were)( \w+){0,3} (changes?|expansion|swelling|shrinkage|fade|fading)
// ? (what|which)( \w+){0,2} (changes?|expansion|capacit\w+|voltages?|potentials?|efficienc\w+|conductivit\w+|retention|resistances?|densit\w+)( \w+)? (does|do|did|has|have)
// $anode: Anode = null — only of this anode
// $property: string = null — only of this property; the query `properties` lists them
// $material: Material = null — only of this material
// $at_least: float = null — only values from this one, in the property's unit
// $at_most: float = null — only values up to this one
MATCH (c:Claim)
WHERE c.property IS NOT NULL AND NOT c.denied
  AND c.anode = $anode
  AND c.property = $property
  AND c.material = $material
  AND c.value >= $at_least
  AND c.value <= $at_most
WITH c ORDER BY c.property, c.value IS NULL, coalesce(c.unit, ''), c.value DESC, coalesce(c.material, ''), c.paper, c.id
LIMIT $rows
MATCH (t:Statement)<-[:STATES]-(c)
MATCH (c)-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
RETURN c.property AS property, c.material AS material, c.anode AS anode, c.relation AS relation, c.value AS value,
       c.value_to AS value_to, c.unit AS unit, c.printed AS printed, c.qualifier AS qualifier, c.basis AS basis,
       c.conditions AS conditions, c.electrolyte AS electrolyte, t.belief AS belief, c.second_reader AS second_reader,
       c.attribution AS attribution, c.cites AS references, e.sentence AS sentence, e.context AS context, e.page AS page,
       p.title AS paper_title, p.year AS paper_year, c.id AS claim
ORDER BY property, value IS NULL, coalesce(unit, ''), value DESC, coalesce(material, ''), c.paper, claim
