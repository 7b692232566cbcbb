// Search by name
// Anodes, problems, mitigations, materials and papers whose name holds the words, whatever their case.
// $text: string — part of a name
MATCH (n) WHERE n:Anode OR n:Problem OR n:Mitigation OR n:Material OR n:Paper
WITH n, labels(n)[0] AS kind, coalesce(n.name, n.key) AS name, coalesce(n.title, n.text, n.name) AS title
WHERE toLower(name) CONTAINS toLower($text) OR toLower(title) CONTAINS toLower($text)
   OR toLower(name) CONTAINS replace(toLower($text), ' ', '_')
RETURN kind, name, title, coalesce(n.claims, 0) AS claims
ORDER BY claims DESC, kind, name
