// Whose knowledge it is
// How many claims of each kind are a paper's own results, are credited to cited studies, or are general knowledge, by paper.
// ? (own (results?|data|work|findings|experiments?|measurements?|research)|first(-| )?hand|attribut\w*|general knowledge|whose)
// ? own (results?|work|data|findings?|experiments?|measurements?|research)( \w+){0,6} (cited|credited|others|known)
// ? (how many|share|number|fraction|which)( \w+){0,4} credit\w*
// $paper: string = null — only of this paper: its title, its DOI, its file's name or the start of the file's hash
MATCH (d:Document)-[:READS]->(p:Paper)
WHERE true
  AND (d.sha256 STARTS WITH toLower($paper) OR toLower($paper) IN [toLower(coalesce(p.title, '')), toLower(coalesce(p.doi, '')), toLower(coalesce(d.source, ''))])
OPTIONAL MATCH (c:Claim {document: d.sha256})
WITH d, p, c WHERE c IS NOT NULL
WITH d, p, CASE WHEN c.property IS NOT NULL THEN 'measurement' WHEN c.mitigation IS NOT NULL THEN 'mitigation' ELSE 'problem' END AS kind, c
RETURN p.title AS paper, kind, sum(CASE c.attribution WHEN 'own' THEN 1 ELSE 0 END) AS own,
       sum(CASE c.attribution WHEN 'cited' THEN 1 ELSE 0 END) AS cited,
       sum(CASE c.attribution WHEN 'general' THEN 1 ELSE 0 END) AS general, d.sha256 AS document
ORDER BY coalesce(paper, ''), document, kind
