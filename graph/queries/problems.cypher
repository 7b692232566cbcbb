// Problems
// Each problem with the number of anodes that have it and of strategies against it, and how many independent sources name them.
// ? {listing}( \w+){0,3} {problems}(( \w+){0,3} (are there|do you know|are known|exist|described|stored|covered))?
MATCH (p:Problem)
OPTIONAL MATCH (:Anode)-[h:HAS_PROBLEM]->(p)
WITH p, count(h) AS anodes, coalesce(sum(h.claims), 0) AS claims
OPTIONAL MATCH (:Mitigation)-[r:MITIGATES]->(p)
WITH p, anodes, claims, count(r) AS mitigations
RETURN p.name AS problem, p.title AS title, anodes, mitigations, claims
ORDER BY anodes + mitigations DESC, problem
