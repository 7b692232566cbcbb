// What helps
// Every (mitigation, problem, anode) that a paper states, with the claims behind it and their independent sources.
// Rows without an anode speak of anodes in general.
// ? (get(s|ting)? rid|help*|{remedies}|tried|attempted|stabili[sz]\w*|protect*|effective*|rescu*|do to)
// ? (which|what)( \w+)? (anodes?|materials?|electrodes?|metals?) (profit|benefit|gain)\w* from
// ? done( \w+)? (for|to|with|on)
// ?? (propos*|suggest*)
// ?? ({relieve}|used|applied|combin*|employ*|tested|{benefits})
// $anode: Anode = null — only on this anode
// $problem: Problem = null — only against this problem
// $mitigation: Mitigation = null — only this strategy
CALL {
  MATCH (m:Mitigation)-[t:APPLIED_TO]->(a:Anode)
  WHERE true
  AND a.name = $anode
  AND t.problem = $problem
  AND m.name = $mitigation
  WITH m, t, a ORDER BY t.studies DESC, t.claims DESC, m.name, t.problem, a.name
  LIMIT $rows
  RETURN m.name AS mitigation, m.title AS mitigation_title, t.problem AS problem, a.name AS anode, t.claims AS claims,
         t.papers AS papers, t.studies AS studies, t.belief AS belief
  UNION ALL
  MATCH (m:Mitigation)-[t:MITIGATES]->(p:Problem)
  WHERE t.general_claims > 0
  AND $anode IS NULL
  AND p.name = $problem
  AND m.name = $mitigation
  WITH m, t, p ORDER BY t.general_studies DESC, t.general_claims DESC, m.name, p.name
  LIMIT $rows
  RETURN m.name AS mitigation, m.title AS mitigation_title, p.name AS problem, null AS anode, t.general_claims AS claims,
         t.general_papers AS papers, t.general_studies AS studies, null AS belief
}
WITH mitigation, mitigation_title, problem, anode, claims, papers, studies, belief
ORDER BY studies DESC, claims DESC, mitigation, problem, coalesce(anode, '')
LIMIT $rows
MATCH (p:Problem {name: problem})
RETURN mitigation, mitigation_title, problem, p.title AS problem_title, anode, claims, papers, studies,
       belief
ORDER BY studies DESC, claims DESC, mitigation, problem, coalesce(anode, '')
