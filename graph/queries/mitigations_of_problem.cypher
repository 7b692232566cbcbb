// What mitigates a problem
// The strategies that relieve a problem, on one anode or on any, with the cited studies and one sentence as an example.
// Rows without an anode speak of anodes in general.
// ? ({relieve}|{remedies}|how (to|can|could|is|are|was|were|has|have))
// ? (so that|so|such that|ensure)( \w+){0,4} (does|do|is|are|will)? ?(not|never|no longer)
// ? how (do|does|did|would|should) (people|researchers|scientists|developers|they|we|you|one|i)( \w+)? (get|make|do|achieve|reach|solve)
// ? (do|done|make|made|helps?)( \w+){0,2} that( \w+){0,4} (not|never|no longer)
// ? what( now| next|( \w+){0,3} (do|done|recommend\w*|try|tried|attempted))
// $problem: Problem — the problem
// $anode: Anode = null — only on this anode
MATCH (c:Claim {problem: $problem})-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
WHERE c.mitigation IS NOT NULL AND NOT c.denied
  AND c.anode = $anode
OPTIONAL MATCH (c)-[r:ATTRIBUTED_TO]->(s:Paper)
WITH c, e, p, r, s ORDER BY r IS NULL, p.key, e.page, c.id, r.number
WITH c.mitigation AS mitigation, c.anode AS anode, count(DISTINCT c.id) AS claims, count(DISTINCT p.key) AS papers,
     count(DISTINCT coalesce(s.key, p.key)) AS studies, collect(DISTINCT r.number) AS references,
     collect(DISTINCT '[' + toString(r.number) + '] ' + coalesce(s.title, s.text)) AS cited,
     collect({sentence: e.sentence, page: e.page, paper: p.title})[0] AS first
RETURN mitigation, anode, claims, papers, studies, references, cited,
       first.sentence AS sentence, first.page AS page, first.paper AS paper
ORDER BY studies DESC, claims DESC, mitigation, coalesce(anode, '')
