// Relationships
// The number of relationships of each type, by the labels that they join.
// ? how many( \w+){0,2} (relationships?|edges?|links?|relations?)
// ? (relationships?|edges?|links?|relations?)( \w+){0,3} (types?|kinds?|are there|exist|in the graph)
MATCH (a)-[r]->(b)
RETURN labels(a)[0] AS start, type(r) AS type, labels(b)[0] AS end, count(r) AS relationships
ORDER BY type, start, end
