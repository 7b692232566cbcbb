// Second-hand claims beside the studies' own
// What papers credit to a study whose own paper is in the graph, beside what that paper says of the same.
// ? second(-| )hand
// $paper: string = null — only claims of the paper with this title or DOI
MATCH (c:Claim)-[r:ATTRIBUTED_TO]->(s:Paper {mined: true})
MATCH (c)-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
WHERE p.key <> s.key
  AND toLower($paper) IN [toLower(coalesce(p.title, '')), toLower(coalesce(p.doi, ''))]
MATCH (s)<-[:STANDS_IN]-(f:Evidence)<-[:SUPPORTED_BY]-(o:Claim)
WHERE o.attribution <> 'cited' AND coalesce(o.anode, '') = coalesce(c.anode, '')
  AND coalesce(o.problem, '') = coalesce(c.problem, '') AND coalesce(o.mitigation, '') = coalesce(c.mitigation, '')
  AND coalesce(o.property, '') = coalesce(c.property, '') AND coalesce(o.unit, '') = coalesce(c.unit, '')
RETURN p.title AS paper, r.number AS reference, s.title AS study, c.anode AS anode, c.problem AS problem,
       c.mitigation AS mitigation, c.property AS property, c.printed AS second_hand, o.printed AS first_hand,
       o.conditions AS conditions, o.denied <> c.denied AS contrary, e.sentence AS said_of_it, f.sentence AS said_itself
ORDER BY paper, reference, coalesce(property, ''), coalesce(problem, ''), coalesce(mitigation, ''), c.id, o.id
