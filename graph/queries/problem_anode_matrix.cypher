// Which anode has which problem
// Each problem of each anode with its independent sources, and the number of strategies applied against it.
MATCH (a:Anode)-[h:HAS_PROBLEM]->(p:Problem)
OPTIONAL MATCH (:Mitigation)-[t:APPLIED_TO]->(a) WHERE t.problem = p.name
RETURN a.name AS anode, p.name AS problem, h.stated AS stated, h.claims AS claims, h.papers AS papers,
       h.studies AS studies, count(t) AS mitigations
ORDER BY anode, problem
