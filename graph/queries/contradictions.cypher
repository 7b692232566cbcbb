// Contradictions
// Statements on problems and strategies that some claims support and others deny, with a sentence for each side.
// ? (contradict\w*|disagree\w*|at odds|inconsisten\w*|opposite|controvers\w*|disput\w*|conflict\w*|contrary)
// $anode: Anode = null — only on this anode
// $problem: Problem = null — only on this problem
// $mitigation: Mitigation = null — only on this strategy
MATCH (d:Claim {denied: true})-[:SUPPORTED_BY]->(e:Evidence)
WHERE d.problem IS NOT NULL
  AND d.anode = $anode
  AND d.problem = $problem
  AND d.mitigation = $mitigation
WITH d.anode AS anode, d.problem AS problem, coalesce(d.mitigation, '') AS strategy, count(d) AS claims_against,
     min(e.sentence) AS sentence_against
MATCH (c:Claim {problem: problem})-[:SUPPORTED_BY]->(f:Evidence)
WHERE NOT c.denied AND coalesce(c.anode, '') = coalesce(anode, '') AND coalesce(c.mitigation, '') = strategy
WITH anode, problem, strategy, claims_against, sentence_against, count(c) AS claims_for, min(f.sentence) AS sentence_for
RETURN anode, problem, CASE strategy WHEN '' THEN null ELSE strategy END AS mitigation, claims_for, claims_against,
       sentence_for, sentence_against
ORDER BY claims_against DESC, claims_for DESC, coalesce(anode, ''), problem, strategy
