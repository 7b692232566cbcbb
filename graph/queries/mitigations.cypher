// Mitigations
// Each strategy with the number of problems it relieves and of anodes it was applied to.
// ? {listing}( \w+){0,3} {remedies}(( \w+){0,3} (are there|is there|do you know|known|exist|described|stored|collected|covered|mentioned))?
// ? {remedies}( \w+){0,4} (most|largest number of|many) {problems}
MATCH (m:Mitigation)
OPTIONAL MATCH (m)-[r:MITIGATES]->(:Problem)
WITH m, count(r) AS problems, coalesce(sum(r.claims), 0) AS claims
OPTIONAL MATCH (m)-[t:TRIED_ON]->(:Anode)
WITH m, problems, claims, count(t) AS anodes
RETURN m.name AS mitigation, m.title AS title, problems, anodes, claims
ORDER BY problems + anodes DESC, mitigation
