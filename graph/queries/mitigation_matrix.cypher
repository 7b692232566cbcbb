// Which mitigation for which problem of which anode
// Every (mitigation, problem, anode) that a paper states, with its independent sources.
MATCH (a:Anode)-[:HAS_PROBLEM]->(p:Problem)<-[:MITIGATES]-(m:Mitigation)-[t:APPLIED_TO]->(a)
WHERE t.problem = p.name
RETURN m.name AS mitigation, p.name AS problem, a.name AS anode, t.claims AS claims, t.papers AS papers, t.studies AS studies
ORDER BY mitigation, problem, anode
