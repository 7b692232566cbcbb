// What the graph holds
// The number of nodes of each label.
MATCH (n) UNWIND labels(n) AS label
RETURN label, count(n) AS nodes
ORDER BY label
