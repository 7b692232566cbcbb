// Papers
// The papers that were mined, with their claims by kind, the length of their reference lists and what could not be read.
// ? {listing}( \w+){0,3} {papers}(( \w+){0,3} (read|mined|ingested|covered|processed|loaded|imported|analy[sz]ed|in the graph|are there))?
// ? (which|what)( \w+){0,2} (read|mined|ingested)
// ? {papers}( \w+){0,4} (basis|based|into (the|this|your) (graph|database|corpus|library|tool))
MATCH (d:Document)
RETURN d.title AS paper, d.year AS year, d.doi AS doi, d.measurements AS measurements, d.problems AS problems,
       d.mitigations AS mitigations, d.references AS references, d.defects AS defects, d.source AS source,
       d.sha256 AS document
ORDER BY coalesce(year, 0) DESC, coalesce(paper, ''), document
LIMIT $rows
