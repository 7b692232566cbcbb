// Anodes by theoretical capacity
// Capacities that a paper calls theoretical, the highest first, once for each anode, material and value, each with what
// Faraday's law says of it: confirmed, questioned or unchecked, and why.
// ? who( \w+){0,3} theoretic*
// ? (rank*|sort*|order*|compar*|which|highest|largest|list|all|show|table|by)( \w+){0,4} theoretic*( \w+){0,2} capacit*
// ? theoretic*( \w+){0,2} capacit*
// ? capacit*( \w+){0,3} (theoretic*|in theory|by theory)
// ? (consistent|agree\w*|compatible|fits?|conform\w*|in line|obey\w*|match\w*|violat\w*|allow\w*|permit\w*|exceed\w*)?( with| by)? ?faraday\w*('s|’s)?( law)?
// ? theoretic*( \w+){0,2} (limit|maximum|value|storage|charge)s?
// ? (theoretic*|in theory)
// = specific_capacity, areal_capacity, volumetric_capacity, low_capacity
// $anode: Anode = null — only of this anode
MATCH (c:Measurement {basis: 'theoretical'})
WHERE c.property = 'specific_capacity' AND NOT c.denied
  AND c.anode = $anode
MATCH (c)-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
OPTIONAL MATCH (f:Finding {kind: 'theoretical capacity'})-[:CONCERNS]->(c)
WITH c, e, p, f ORDER BY p.key, e.page, c.id
WITH c.anode AS anode, c.material AS material, c.relation AS relation, c.value AS value, c.value_to AS value_to, c.unit AS unit,
     collect({sentence: e.sentence, page: e.page, paper: p.title, references: c.cites, faraday: f.verdict,
     reason: f.message})[0] AS first,
     count(DISTINCT c.id) AS claims, count(DISTINCT p.key) AS papers
RETURN anode, material, relation, value, value_to, unit, first.faraday AS faraday, first.reason AS reason, claims, papers, first.references AS references,
       first.sentence AS sentence, first.page AS page, first.paper AS paper
ORDER BY value IS NULL, coalesce(unit, ''), value DESC, coalesce(anode, ''), coalesce(material, ''), relation
