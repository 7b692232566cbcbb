// Strategies by independent evidence
// Which strategy relieves which problem of which anode, by the number of independent sources and the belief in what they say.
// ? (best|well|strongest|most|better|robustly)( \w+)? (supported|trusted|trustworthy|believed|established|documented|proven|evidenced|backed|attested|corroborated|robust|reliable|credible|convincing)
// ? (backed|supported|confirmed|shown|corroborated|rests?)( \w+){0,3} (by|on)( \w+){0,3} (sources|studies|papers|groups|works|evidence)
// ? (several|multiple|independent)( \w+)? (sources|studies|papers|evidence|groups|works)
// ? (reliab\w*|certain\w*|confiden\w*|believ\w*|belief|credib\w*|trust\w*|robust\w*|proven|how (well|sure|solid))
// ? (strongest|best|most|broadest|solid|weakest|least)( \w+)? (support|evidence|backing|proof)
// ?? ({remedies}|against)
// $anode: Anode = null — only on this anode
// $problem: Problem = null — only against this problem
// $mitigation: Mitigation = null — only this strategy
// $belief: float = 0 — only with at least this belief, 0 to 1
MATCH (m:Mitigation)-[t:APPLIED_TO]->(a:Anode)
WHERE t.belief >= $belief
  AND a.name = $anode
  AND t.problem = $problem
  AND m.name = $mitigation
RETURN m.name AS mitigation, t.problem AS problem, a.name AS anode, t.studies AS studies, t.papers AS papers,
       t.claims AS claims, t.belief AS belief
ORDER BY studies DESC, belief DESC, claims DESC, mitigation, problem, anode
