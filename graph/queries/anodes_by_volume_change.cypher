// Anodes by volume change
// The volume changes that papers give for anodes and materials, the largest first, with an example sentence.
// ? (rank\w*|sort\w*|order\w*|compare|most|least|largest|smallest|highest|lowest|biggest|greatest|by)( \w+){0,3} (volume (change|expansion|variation)|expansion|expand*|swells?|swelling)
// ? (volume (change|expansion|variation)|expansion|expand*|swells?|swelling)( \w+){0,3} (most|least|ranked|sorted|ranking)
// ? chang\w+( \w+){0,2} volume( \w+){0,2} (most|least)
// ? (expand*|swells?|grows?) the (most|least)
// = volume_change
// $anode: Anode = null — only of this anode
MATCH (c:Claim {property: 'volume_change'})
WHERE c.value IS NOT NULL AND NOT c.denied
  AND c.anode = $anode
MATCH (c)-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
WITH c, e, p ORDER BY c.paper, e.page, c.id
WITH c.anode AS anode, c.material AS material, c.relation AS relation, c.value AS value, c.value_to AS value_to,
     c.unit AS unit, count(c) AS claims, count(DISTINCT c.paper) AS papers,
     collect({sentence: e.sentence, page: e.page, paper: p.title})[0] AS first
RETURN anode, material, relation, value, value_to, unit, claims, papers, first.sentence AS sentence, first.page AS page,
       first.paper AS paper
ORDER BY coalesce(value_to, value) DESC, value DESC, coalesce(anode, ''), coalesce(material, ''), relation
