// What the graph holds
// The number of nodes of each label.
// ? how many.{0,60} (in the graph|are there|do you (know|have))
// ? how many|how (big|large|much)( \w+){0,2} graph
// ? (papers?|anodes?|claims?|measurements?|mitigations?|problems?|materials?)
// ? (size of|what is in|what does) the graph( hold| contain)?
// ? (overview|summary|statistics)
MATCH (n) UNWIND labels(n) AS label
RETURN label, count(n) AS nodes
ORDER BY label
