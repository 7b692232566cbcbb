// What the graph holds
// The number of nodes of each label.
// ? how many.{0,60} (in the graph|are there|do you (know|have))
// ? how many|how (big|large|much)( \w+){0,2} graph
// ? (papers?|anodes?|claims?|measurements?|mitigations?|problems?|materials?)
// ? (size of|what is in|what does) the graph( hold| contain)?
// ? (overview|summary|statistics)
CALL {
  MATCH (n:Anode) RETURN 'Anode' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Claim) RETURN 'Claim' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Document) RETURN 'Document' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Evidence) RETURN 'Evidence' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Finding) RETURN 'Finding' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Graph) RETURN 'Graph' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Material) RETURN 'Material' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Measurement) RETURN 'Measurement' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Mitigation) RETURN 'Mitigation' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:MitigationClaim) RETURN 'MitigationClaim' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Paper) RETURN 'Paper' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Problem) RETURN 'Problem' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:ProblemClaim) RETURN 'ProblemClaim' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:Statement) RETURN 'Statement' AS label, count(n) AS nodes
}
WITH label, nodes WHERE nodes > 0
RETURN label, nodes
ORDER BY label
