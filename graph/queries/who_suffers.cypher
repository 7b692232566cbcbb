// Who suffers from what
// Each problem of each anode, with the claims behind it and their independent sources. `stated` is false where a problem
// is only presupposed by what is said of its mitigation.
// ?? (which|what)( kinds? of| of the| other| negative)? ({anodes}|ones?)
// ? (in|for|on|with|of) (which|what)( kinds? of)? {anodes}
// ? (rais*|carr*|pos(e|es|ed|ing)|caus*|present*|giv*|mak*|creat*)( \w+){0,2} {problems}
// ? (held back|limited|hampered|hindered) by
// ? where( \w+){0,6} {seen}
// ? where (is|are)( \w+){1,4} (a|an) {problems}
// ? who( \w+){0,2} (suffers?|has|have|faces?|struggles?|affected|hit|concerned|shows?|experiences?)
// ? (troubl*|prone|plagu*|suffer*|affect*|struggl*|at risk|vulnerable|susceptible|sensitive|known (for|to)|subject to|exposed to|liable|inclined|tend(s)? to|victims?|bothered|threatened|hit by)
// ?? ({problems}|exhibit*|shows|{anodes} show|face*|experienc*|undergo*|{seen})
// ? {anodes} (that|which|whose|where|in which|with|and|having|showing|suffering|facing)
// $anode: Anode = null — only of this anode
// $problem: Problem = null — only this problem
MATCH (a:Anode)-[h:HAS_PROBLEM]->(p:Problem)
WHERE true
  AND a.name = $anode
  AND p.name = $problem
RETURN a.name AS anode, p.name AS problem, p.title AS problem_title, h.stated AS stated, h.claims AS claims,
       h.papers AS papers, h.studies AS studies
ORDER BY studies DESC, claims DESC, anode, problem
