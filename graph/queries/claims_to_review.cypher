// Claims to review
// The claims of one paper that nobody has judged yet, the least certain first, each with its sentence.
// ? (claims? )?(to|for)( be)? (review|check|judg|curat)\w*
// ? (not( yet)?|un)( been)? ?(review|check|judg|curat)ed
// $paper: string — its title, its DOI, its file's name or the start of the file's hash
MATCH (d:Document)-[:READS]->(p:Paper)
WHERE toLower($paper) IN [toLower(coalesce(p.title, '')), toLower(coalesce(p.doi, '')), toLower(coalesce(d.source, ''))]
   OR d.sha256 STARTS WITH toLower($paper)
MATCH (c:Claim {document: d.sha256})
WHERE c.judged IS NULL
WITH c ORDER BY c.prior, coalesce(c.page, 0), c.id
LIMIT $rows
MATCH (c)-[:SUPPORTED_BY]->(e:Evidence)
RETURN c.id AS claim, c.prior AS prior, c.rule AS rule, c.anode AS anode, c.problem AS problem, c.mitigation AS mitigation,
       c.material AS material, c.property AS property, c.printed AS printed, c.second_reader AS second_reader,
       e.sentence AS sentence, e.page AS page
ORDER BY prior, coalesce(page, 0), claim
