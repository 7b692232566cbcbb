// Papers
// The papers that were mined, with their claims by kind, the length of their reference lists and what could not be read.
// ? (which|what|list|show|all)( \w+){0,3} (papers?|reviews?|articles?|documents?|publications?)( \w+){0,3}( (read|mined|ingested|covered|in the graph|are there))?
MATCH (d:Document)-[:READS]->(p:Paper)
OPTIONAL MATCH (d)-[l:LISTS]->(:Paper)
WITH d, p, count(l) AS references
OPTIONAL MATCH (c:Claim {document: d.sha256})
WITH d, p, references, sum(CASE WHEN c.property IS NOT NULL THEN 1 ELSE 0 END) AS measurements,
     sum(CASE WHEN c.mitigation IS NOT NULL THEN 1 ELSE 0 END) AS mitigations,
     sum(CASE WHEN c.problem IS NOT NULL AND c.mitigation IS NULL THEN 1 ELSE 0 END) AS problems
RETURN p.title AS paper, p.year AS year, p.doi AS doi, measurements, problems, mitigations, references,
       d.defects AS defects, d.source AS source, d.sha256 AS document
ORDER BY coalesce(year, 0) DESC, coalesce(paper, ''), document
