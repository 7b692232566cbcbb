// What changed between two reviews
// What one paper states of problems and strategies and another does not: `in` says which of the two papers, `first`,
// `second` or `both`.
// ? (differ\w*|chang\w+) between( \w+){0,3} (papers?|reviews?)
// $first: string — the one paper: its title, its DOI, its file's name or the start of the file's hash
// $second: string — the other one
MATCH (d:Document)-[:READS]->(p:Paper)
WITH d, [toLower(coalesce(p.title, '')), toLower(coalesce(p.doi, '')), toLower(coalesce(d.source, ''))] AS names
WITH collect(CASE WHEN toLower($first) IN names OR d.sha256 STARTS WITH toLower($first) THEN d.sha256 END) AS firsts,
     collect(CASE WHEN toLower($second) IN names OR d.sha256 STARTS WITH toLower($second) THEN d.sha256 END) AS seconds
MATCH (c:Claim)
WHERE c.document IN firsts + seconds AND c.problem IS NOT NULL
WITH c.anode AS anode, c.problem AS problem, c.mitigation AS mitigation, c.denied AS denied,
     sum(CASE WHEN c.document IN firsts THEN 1 ELSE 0 END) AS claims_first,
     sum(CASE WHEN c.document IN seconds THEN 1 ELSE 0 END) AS claims_second
RETURN CASE WHEN claims_second = 0 THEN 'first' WHEN claims_first = 0 THEN 'second' ELSE 'both' END AS in, anode,
       problem, mitigation, denied, claims_first, claims_second
ORDER BY in, coalesce(anode, ''), problem, coalesce(mitigation, ''), denied
