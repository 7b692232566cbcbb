// Evidence
// The sentences behind claims, with their place, their paper and the studies that the paper cites: of one claim, or of all
// claims on an anode, a problem, a mitigation.
// ? (evidence|proof|prove|sentences?|passages?|quot*|excerpts?|where (does|do|did|is|was)( \w+){0,2} (say|said|state|stated|written|claim|claimed|mention|mentioned|read)|says? (so|it|that)|say that|said|stat(e|es|ed|ement|ements) that|stated|written|claims?|source|why|grounds?|statements?|reasons?|really|true|fact|confirm\w*|wording|verbatim|substantiat\w*|corroborat\w*|from where|basis|documented|indicat\w*)
// ? {papers}( \w+)? (discuss*|say*|report*|mention*|describ*|deal*|cover*|treat*|claim*|show*|on|about)
// ??
// ?? ^(do|does|did|is|are|can|could|has|have|will)
// ? (what|which|any) (evidence|proof|indications?|support)
// ? (which|what) {papers}
// ? who( \w+){0,2} (showed|shown|found|reported|said|says|claims?|demonstrated|proved|observed|confirmed)
// $claim: string = null — id of a claim
// $anode: Anode = null — only claims on this anode
// $problem: Problem = null — only claims on this problem
// $mitigation: Mitigation = null — only claims on this strategy
// $general: boolean = false — only claims on anodes in general
WITH [2 * $many] AS found
MATCH (n:Anode {name: $anode}) WITH found + n.claims AS found
MATCH (n:Problem {name: $problem}) WITH found + n.claims AS found
MATCH (n:Mitigation {name: $mitigation}) WITH found + n.claims AS found
OPTIONAL MATCH (:Anode {name: $anode})-[r:HAS_PROBLEM]->(:Problem {name: $problem}) WITH found + coalesce(r.claims, 0) AS found
OPTIONAL MATCH (:Mitigation {name: $mitigation})-[r:MITIGATES]->(:Problem {name: $problem}) WITH found + coalesce(r.claims, 0) AS found
OPTIONAL MATCH (:Mitigation {name: $mitigation})-[r:TRIED_ON]->(:Anode {name: $anode}) WITH found + coalesce(r.claims, 0) AS found
OPTIONAL MATCH (:Mitigation {name: $mitigation})-[r:APPLIED_TO {problem: $problem}]->(:Anode {name: $anode}) WITH found + coalesce(r.claims, 0) AS found
WITH found + 0 AS found // $claim
WITH all(n IN found WHERE n >= 2 * $many) AS walk
OPTIONAL MATCH (d:Document) WHERE walk
WITH DISTINCT d.paper AS paper ORDER BY paper
CALL {
  WITH paper
  WITH paper WHERE paper IS NULL
  MATCH (c:Claim) // not $mitigation
  MATCH (c:MitigationClaim) // $mitigation
  WHERE true
    AND c.id = $claim
    AND c.anode = $anode
    AND c.problem = $problem
    AND c.mitigation = $mitigation
    AND $general AND c.anode IS NULL
  RETURN c ORDER BY c.paper, coalesce(c.page, 0), coalesce(c.anode, ''), coalesce(c.problem, c.property), coalesce(c.mitigation, ''), c.id
  LIMIT $rows
  UNION ALL
  WITH paper
  MATCH (d:Document {paper: paper})
  MATCH (c:Claim {document: d.sha256})
  WHERE true
    AND c.id = $claim
    AND c.anode = $anode
    AND c.problem = $problem
    AND c.mitigation = $mitigation
    AND $general AND c.anode IS NULL
  RETURN c ORDER BY c.paper, coalesce(c.page, 0), coalesce(c.anode, ''), coalesce(c.problem, c.property), coalesce(c.mitigation, ''), c.id
}
WITH c LIMIT $rows
MATCH (t:Statement)<-[:STATES]-(c)
MATCH (c)-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
OPTIONAL MATCH (c)-[:ABOUT]->(q:Problem)
OPTIONAL MATCH (c)-[:ABOUT]->(m:Mitigation)
OPTIONAL MATCH (c)-[r:ATTRIBUTED_TO]->(s:Paper)
WITH t, c, e, p, q, m, r, s ORDER BY c.id, r.number
WITH t, c, e, p, q, m, collect(CASE WHEN s IS NULL THEN null ELSE {number: r.number, named: r.named, title: s.title,
     text: s.text, year: s.year, doi: s.doi, key: s.key} END) AS studies
RETURN c.id AS claim, c.anode AS anode, c.problem AS problem, q.title AS problem_title, c.mitigation AS mitigation,
       m.title AS mitigation_title, c.material AS material, c.property AS property, c.relation AS relation,
       c.value AS value, c.value_to AS value_to, c.unit AS unit, c.printed AS printed, c.qualifier AS qualifier,
       c.basis AS basis, c.conditions AS conditions, c.denied AS denied, c.attribution AS attribution,
       c.rule AS rule, c.prior AS prior, t.belief AS belief, t.sources AS sources, c.electrolyte AS electrolyte,
       c.second_reader AS second_reader, c.second_reading AS second_reading,
       e.sentence AS sentence, e.context AS context,
       e.section AS section, e.page AS page, e.boxes AS boxes, c.cites AS references, studies,
       p.title AS paper_title, p.year AS paper_year, p.doi AS paper_doi, c.document AS document,
       c.judged AS judged, c.judged_by AS judged_by, c.judged_at AS judged_at, c.judged_as AS judged_as
ORDER BY c.paper, coalesce(page, 0), coalesce(anode, ''), coalesce(problem, property), coalesce(mitigation, ''), claim
