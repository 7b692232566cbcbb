// Which anode has which problem
// Each problem of each anode with its independent sources, and the number of strategies applied against it.
// ? (matrix|table|overview)( \w+){0,3} {problems}
// ? (which|what) anodes? (has|have|had|suffers?) (which|what) problems?
// ? problems? of (each|every|all) anodes?
MATCH (a:Anode)-[h:HAS_PROBLEM]->(p:Problem)
OPTIONAL MATCH (:Mitigation)-[t:APPLIED_TO]->(a) WHERE t.problem = p.name
RETURN a.name AS anode, p.name AS problem, h.stated AS stated, h.claims AS claims, h.papers AS papers,
       h.studies AS studies, count(t) AS mitigations
ORDER BY anode, problem
