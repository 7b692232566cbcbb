// Anodes
// Each anode with how many problems, mitigations and measurements the papers give it.
MATCH (a:Anode)
OPTIONAL MATCH (a)-[h:HAS_PROBLEM]->(:Problem)
WITH a, count(h) AS problems
OPTIONAL MATCH (a)<-[:APPLIED_TO]-(m:Mitigation)
WITH a, problems, count(DISTINCT m.name) AS mitigations
OPTIONAL MATCH (a)<-[:ABOUT]-(c:Measurement)
WITH a, problems, mitigations, count(c) AS measurements
RETURN a.name AS anode, problems, mitigations, measurements
ORDER BY problems + mitigations + measurements DESC, anode
