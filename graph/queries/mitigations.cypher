// Mitigations
// Each strategy with the number of problems it relieves and of anodes it was applied to.
MATCH (m:Mitigation)
OPTIONAL MATCH (m)-[r:MITIGATES]->(:Problem)
WITH m, count(r) AS problems, coalesce(sum(r.claims), 0) AS claims
OPTIONAL MATCH (m)-[:APPLIED_TO]->(a:Anode)
WITH m, problems, claims, count(DISTINCT a.name) AS anodes
RETURN m.name AS mitigation, m.title AS title, problems, anodes, claims
ORDER BY problems + anodes DESC, mitigation
