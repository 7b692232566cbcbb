// What mitigates a problem
// The strategies that relieve a problem, on one anode or on any, with the cited studies and one sentence as an example.
// Rows without an anode speak of anodes in general.
// ? (mitigat*|suppress*|reliev*|reduc*|prevent*|avoid*|solv*|fix*|cur(e|es|ed|ing)|overcom*|alleviat*|address*|tackl*|combat*|counter*|minimi[sz]*|improv*|enhanc*|rais(e|es|ed|ing)|increas*|boost*|limit*|inhibit*|eliminat*|buffer*|accommodat*|handl*|deal* with|cop(e|es|ing) with|remed*|help*|work*|do(ne)? (about|against)|against|lower*|stop*|hinder*|stabili[sz]*|protect*|ways? (to|of|around|out)|get(s|ting)? (rid|around)|workarounds?|cures?|make(s)? (less|better|safer)|suppression|safer|faster|better|how (to|can|could)|strateg*|solution*|approach*|countermeasure*|measures|treat*|control*)
// $problem: Problem — the problem
// $anode: Anode = null — only on this anode
MATCH (c:Claim {problem: $problem})-[:SUPPORTED_BY]->(e:Evidence)-[:STANDS_IN]->(p:Paper)
WHERE c.mitigation IS NOT NULL AND NOT c.denied
  AND c.anode = $anode
OPTIONAL MATCH (c)-[r:ATTRIBUTED_TO]->(s:Paper)
WITH c, e, p, r, s ORDER BY r IS NULL, p.key, e.page, c.id, r.number
WITH c.mitigation AS mitigation, c.anode AS anode, count(DISTINCT c.id) AS claims, count(DISTINCT p.key) AS papers,
     count(DISTINCT coalesce(s.key, p.key)) AS studies, collect(DISTINCT r.number) AS references,
     collect(DISTINCT '[' + toString(r.number) + '] ' + coalesce(s.title, s.text)) AS cited,
     collect({sentence: e.sentence, page: e.page, paper: p.title})[0] AS first
RETURN mitigation, anode, claims, papers, studies, references, cited,
       first.sentence AS sentence, first.page AS page, first.paper AS paper
ORDER BY studies DESC, claims DESC, mitigation, coalesce(anode, '')
