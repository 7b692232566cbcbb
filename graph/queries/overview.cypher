// What the graph holds
// The number of nodes of each label.
// ? how many
// ? (papers?|anodes?|claims?|measurements?|mitigations?|problems?|materials?)
// ? (size of|what is in|what does) the graph( hold| contain)?
// ? (overview|summary|statistics)
MATCH (n) UNWIND labels(n) AS label
RETURN label, count(n) AS nodes
ORDER BY label
