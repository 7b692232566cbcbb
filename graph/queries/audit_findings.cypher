// Findings of the audit
// What the audit found in each paper: theoretical capacities beside Faraday's law, values in disagreement, citation defects.
// Those between two papers are told by `anodegraph audit`.
// ? audit( \w+){0,6} theoretical
// ? theoretical( \w+){0,6} audit*
// ? audit( \w+){0,2} (question|find|found|complain|flag)\w*
// ? (audit|audited|defects?|questioned|faraday\w*('s|’s)?( law)?|mistakes?|errors?|wrong|implausible|suspicious|doubtful|dubious|duplicate references?|checked)
// = specific_capacity, low_capacity
// $paper: string = null — only of this paper: its title, its DOI, its file's name or the start of the file's hash
// $verdict: string = null — only with this verdict, for example questioned
MATCH (f:Finding)-[:STANDS_IN]->(p:Paper)<-[:READS]-(d:Document)
WHERE d.sha256 = f.document
  AND f.verdict = $verdict
  AND (d.sha256 STARTS WITH toLower($paper) OR toLower($paper) IN [toLower(coalesce(p.title, '')), toLower(coalesce(p.doi, '')), toLower(coalesce(d.source, ''))])
OPTIONAL MATCH (f)-[:CONCERNS]->(c:Claim)-[:SUPPORTED_BY]->(e:Evidence)
WITH f, p, c, e ORDER BY e.page, c.id
WITH f, p, collect(c.id) AS claims, collect(e.sentence) AS sentences, collect(e.page) AS pages
RETURN f.kind AS finding, f.verdict AS verdict, f.message AS message, pages AS pages, sentences AS sentences,
       p.title AS paper, claims AS claims
ORDER BY finding, verdict, coalesce(paper, ''), message, f.id
