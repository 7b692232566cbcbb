// Relationships
// The number of relationships of each type, by the labels that they join.
MATCH (a)-[r]->(b)
RETURN labels(a)[0] AS start, type(r) AS type, labels(b)[0] AS end, count(r) AS relationships
ORDER BY type, start, end
