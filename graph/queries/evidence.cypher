// Evidence
// Claims in their sentences, with place, paper and the cited studies; optionally only one claim, or those on one anode,
// problem and mitigation. What is denied is among them, marked as such.
// $claim: string = null — only the claim with this id
// $anode: Anode = null — only on this anode
// $problem: Problem = null — only on this problem
// $mitigation: Mitigation = null — only on this strategy
// $general: boolean = false — only what is said of anodes in general
MATCH (c:Claim)-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(w:Paper)
WHERE ($claim IS NULL OR c.id = $claim) AND ($anode IS NULL OR c.anode = $anode)
  AND ($problem IS NULL OR c.problem = $problem) AND ($mitigation IS NULL OR c.mitigation = $mitigation)
  AND (NOT $general OR c.anode IS NULL)
OPTIONAL MATCH (c)-[:ABOUT]->(p:Problem)
OPTIONAL MATCH (c)-[:ABOUT]->(m:Mitigation)
OPTIONAL MATCH (c)-[r:ATTRIBUTED_TO]->(s:Paper)
WITH c, e, w, p, m, r, s ORDER BY c.id, r.number
WITH c, e, w, p, m, collect(CASE WHEN s IS NULL THEN null ELSE
     {number: r.number, title: s.title, text: s.text, year: s.year, doi: s.doi} END) AS studies
RETURN c.id AS claim, c.denied AS denied, c.anode AS anode, c.problem AS problem, p.title AS problem_title,
       c.mitigation AS mitigation, m.title AS mitigation_title, c.material AS material, c.property AS property,
       c.value AS value, c.value_to AS value_to, c.unit AS unit, c.relation AS relation, c.printed AS printed,
       e.sentence AS sentence, e.context AS context, e.section AS section, e.page AS page, w.title AS paper_title,
       w.year AS paper_year, w.doi AS paper_doi, studies
ORDER BY coalesce(paper_year, 0) DESC, coalesce(paper_title, ''), coalesce(page, 0), sentence, claim
