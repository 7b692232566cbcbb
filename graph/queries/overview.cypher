// What the graph holds
// The number of nodes of each label.
// ? how many.{0,60} (in the graph|are there|do you (know|have))
// ? (^(what is |whats )?(the )?(total )?(number|count)|total number) of( \w+){0,3} ({papers}|anodes?|claims?|measurements?|{remedies}|{problems}|materials?)
// ? how many( \w+){0,3} ({papers}|anodes?|claims?|measurements?|{remedies}|{problems}|materials?)
// ? how many|how (big|large|much)( \w+){0,4} (graph|database|corpus|library)
// ?? (papers?|anodes?|claims?|measurements?|mitigations?|problems?|materials?|stored|processed|collected|extracted)
// ? (size of|what is in|what does|content\w* of) the (graph|database|corpus|library)( hold| contain)?
// ? (overview|summary|statistics|stats) (of|on)( the)? (graph|database|corpus|library)
// ?? (overview|summary|statistics|stats)
UNWIND [
  {label: 'Anode', nodes: COUNT { MATCH (n:Anode) }},
  {label: 'Claim', nodes: COUNT { MATCH (n:Claim) }},
  {label: 'Document', nodes: COUNT { MATCH (n:Document) }},
  {label: 'Evidence', nodes: COUNT { MATCH (n:Evidence) }},
  {label: 'Finding', nodes: COUNT { MATCH (n:Finding) }},
  {label: 'Graph', nodes: COUNT { MATCH (n:Graph) }},
  {label: 'Material', nodes: COUNT { MATCH (n:Material) }},
  {label: 'Measurement', nodes: COUNT { MATCH (n:Measurement) }},
  {label: 'Mitigation', nodes: COUNT { MATCH (n:Mitigation) }},
  {label: 'MitigationClaim', nodes: COUNT { MATCH (n:MitigationClaim) }},
  {label: 'Paper', nodes: COUNT { MATCH (n:Paper) }},
  {label: 'Problem', nodes: COUNT { MATCH (n:Problem) }},
  {label: 'ProblemClaim', nodes: COUNT { MATCH (n:ProblemClaim) }},
  {label: 'Statement', nodes: COUNT { MATCH (n:Statement) }}
] AS row
WITH row.label AS label, row.nodes AS nodes
WHERE nodes > 0
RETURN label, nodes
ORDER BY label
