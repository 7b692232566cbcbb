// Which anode suffers from what
// Every (anode, problem) that papers state, or presuppose by speaking of a mitigation, with its number of claims and of
// independent sources; optionally only those with one anode or problem.
// $anode: Anode = null — only this anode
// $problem: Problem = null — only this problem
MATCH (a:Anode)-[h:HAS_PROBLEM]->(p:Problem)
WHERE ($anode IS NULL OR a.name = $anode) AND ($problem IS NULL OR p.name = $problem)
RETURN a.name AS anode, p.name AS problem, p.title AS problem_title, h.stated AS stated, h.claims AS claims,
       h.studies AS studies
ORDER BY studies DESC, claims DESC, anode, problem
