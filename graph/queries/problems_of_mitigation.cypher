// What a mitigation helps against
// The problems that a strategy relieves and the anodes on which it does, with the cited studies and an example sentence.
// Rows without an anode speak of anodes in general.
// ? (help* (against|with|for)|good (for|against)|(solv*|reliev*|address*|mitigat*|cur(e|es|ed|ing)|fix*|effective*)( (by|with))?|against)
// ?? ({relieve}|{benefits}|problems?|do(es)?|bring*|serve*|serv(e|es|ing)|used|effects?|play*|impact*)
// ? (what|why) (is|are|was|were|do|does|can)( \w+){1,5} for
// ? why
// ? (point|purpose|benefits?|advantages?|use|role|usefulness|merits?|function|value|rationale|idea|reasons?) (of|behind|in|for)
// ? what (is|are|can|do|does)( \w+){0,5} (good for|used for|do|does|help|achiev\w+|bring|solve|cure|fix|buy)
// ? (which|what|against what|against which)( \w+)? {problems}
// $mitigation: Mitigation — the strategy
MATCH (c:MitigationClaim {mitigation: $mitigation})-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
WHERE NOT c.denied
OPTIONAL MATCH (c)-[r:ATTRIBUTED_TO]->(s:Paper)
WITH c, e, p, r, s ORDER BY r IS NULL, p.key, e.page, c.id, r.number
WITH c.problem AS problem, c.anode AS anode, count(DISTINCT c.id) AS claims, count(DISTINCT p.key) AS papers,
     count(DISTINCT coalesce(s.key, p.key)) AS studies, collect(DISTINCT r.number) AS references,
     collect(DISTINCT '[' + toString(r.number) + '] ' + coalesce(s.title, s.text)) AS cited,
     collect({sentence: e.sentence, page: e.page, paper: p.title})[0] AS first
RETURN problem, anode, claims, papers, studies, references, cited,
       first.sentence AS sentence, first.page AS page, first.paper AS paper
ORDER BY studies DESC, claims DESC, problem, coalesce(anode, '')
