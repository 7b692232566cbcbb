// Strategies by year
// How many studies of each year papers credit with relief by a strategy; the years are those of the cited studies.
// ? (trend\w*|(over|with) (the years|time)|(which|what) years?|by year|per year|histor\w+|timeline|when (was|were|did)|since when|rise of|popular*|interest|fashion\w*)
// ? (develop\w*|evol\w+|chang\w+)( \w+){0,3} (over|years|time)
// ? (interest|use|usage|popularity)( \w+){0,3} (develop\w*|evol\w+|chang\w+|grow\w*|grew)
// $mitigation: Mitigation = null — only this strategy
// $problem: Problem = null — only against this problem
// $anode: Anode = null — only on this anode
MATCH (c:Claim) // not $mitigation
MATCH (c:MitigationClaim) // $mitigation
WHERE c.mitigation IS NOT NULL AND NOT c.denied
  AND c.mitigation = $mitigation
  AND c.problem = $problem
  AND c.anode = $anode
MATCH (c)-[:ATTRIBUTED_TO]->(s:Paper)
WHERE s.year IS NOT NULL
RETURN s.year AS year, c.mitigation AS mitigation, count(DISTINCT s.key) AS studies, count(DISTINCT c.id) AS claims
ORDER BY year DESC, studies DESC, claims DESC, mitigation
