// Denied statements
// What papers say is not so ("no dendrites were seen"), beside the number of claims that say it is.
// ? (denied|den(y|ies|ying|ial)|negat(e|es|ed|ion|ions)|refut\w*|disprov\w*|rebut\w*|reject\w*|rule\w* out|not true|do not have|deny\w*|debunk\w*)
// $anode: Anode = null — only on this anode
// $problem: Problem = null — only on this problem
// $mitigation: Mitigation = null — only on this strategy
MATCH (d:Denial)
WITH d, split(d.name, '\t') AS names
WHERE true
  AND names[0] = $anode
  AND names[1] = $problem
  AND names[2] = $mitigation
MATCH (c:Claim {denies: d.name})-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
WITH c, e, p
ORDER BY coalesce(c.anode, ''), c.problem, coalesce(c.mitigation, ''), p.title, coalesce(e.page, 0), e.sentence, c.id
LIMIT $rows
OPTIONAL MATCH (:Anode {name: c.anode})-[h:HAS_PROBLEM]->(:Problem {name: c.problem}) WHERE c.mitigation IS NULL
OPTIONAL MATCH (:Mitigation {name: c.mitigation})-[t:APPLIED_TO {problem: c.problem}]->(:Anode {name: c.anode})
OPTIONAL MATCH (:Mitigation {name: c.mitigation})-[g:MITIGATES]->(:Problem {name: c.problem}) WHERE c.anode IS NULL
RETURN c.anode AS anode, c.problem AS problem, c.mitigation AS mitigation,
       coalesce(h.bare, t.claims, g.general_claims, 0) AS claims_for, e.sentence AS sentence, e.section AS section,
       e.page AS page, c.cites AS references, p.title AS paper, c.id AS claim
ORDER BY coalesce(anode, ''), problem, coalesce(mitigation, ''), paper, coalesce(page, 0), sentence, claim
