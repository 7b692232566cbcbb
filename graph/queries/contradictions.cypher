// Contradictions
// Statements on problems and strategies that some claims support and others deny, with a sentence that denies it;
// `evidence` has them all.
// ? (consensus|agree*|disagree*|contradict*|debat*|disput*)( \w+){0,7} {relieve}
// ? {disagree}( \w+)? (statements?|claims?|views?)
// ? ({disagree}|consensus|agree(s|d|ment)?|consistent|questionable|doubt*|argu(e|es|ing)|fight*|divided|split|opinions|both sides|of one mind)
// $anode: Anode = null — only on this anode
// $problem: Problem = null — only on this problem
// $mitigation: Mitigation = null — only on this strategy
CALL {
  MATCH (a:Anode)-[h:HAS_PROBLEM]->(p:Problem)
  WHERE h.bare > 0
  AND a.name = $anode
  AND p.name = $problem
  AND $mitigation IS NULL
  RETURN a.name AS anode, p.name AS problem, '' AS strategy, h.bare AS claims_for
  UNION ALL
  MATCH (m:Mitigation)-[t:APPLIED_TO]->(a:Anode)
  WHERE true
  AND a.name = $anode
  AND t.problem = $problem
  AND m.name = $mitigation
  RETURN a.name AS anode, t.problem AS problem, m.name AS strategy, t.claims AS claims_for
  UNION ALL
  MATCH (m:Mitigation)-[g:MITIGATES]->(p:Problem)
  WHERE g.general_claims > 0
  AND $anode IS NULL
  AND p.name = $problem
  AND m.name = $mitigation
  RETURN '' AS anode, p.name AS problem, m.name AS strategy, g.general_claims AS claims_for
}
MATCH (d:Denial {name: anode + '\t' + problem + '\t' + strategy})
WITH d, anode, problem, strategy, claims_for
ORDER BY d.claims DESC, claims_for DESC, anode, problem, strategy
LIMIT $rows
MATCH (c:Claim {denies: d.name})-[:SUPPORTED_BY]->(e:Evidence)
WITH d, anode, problem, strategy, claims_for, min(e.sentence) AS sentence_against
RETURN CASE anode WHEN '' THEN null ELSE anode END AS anode, problem, CASE strategy WHEN '' THEN null ELSE strategy END AS mitigation,
       claims_for, d.claims AS claims_against, sentence_against
ORDER BY claims_against DESC, claims_for DESC, coalesce(anode, ''), problem, coalesce(mitigation, '')
