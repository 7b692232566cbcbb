// Which mitigation for which problem of which anode
// Every (mitigation, problem, anode) that a paper states, with its independent sources.
// ? (matrix|table|overview)( \w+){0,3} {remedies}
// ? (which|what) {remedies}( \w+){0,3} (which|what) {problems}
// ? (all|every)( \w+){0,2} {remedies}( \w+){0,3} (each|every|all|per)
MATCH (m:Mitigation)-[t:APPLIED_TO]->(a:Anode)
RETURN m.name AS mitigation, t.problem AS problem, a.name AS anode, t.claims AS claims, t.papers AS papers,
       t.studies AS studies, t.belief AS belief
ORDER BY mitigation, problem, anode
