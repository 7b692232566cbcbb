// Research gaps
// Problems of anodes against which no paper names a strategy on this anode, with the number of strategies that relieve the
// problem on other anodes. `anodegraph gaps` ranks what may help.
// ? (lack\w*|miss|missing|without|need\w*)( \w+)? (cures?|answers?|mitigations?|strateg\w+|remed\w+|solutions?)
// ? no(body| one)( \w+){0,4} (addressed|tried|tested|solved|studied|worked|looked|tackled|investigated|examined|touched|proposed|found|fixed)
// ? (not|never|n t)( \w+){0,3} (addressed|tried|solved|tackled)( yet)?
// ? (gaps?|unsolved|open (problems?|questions?|issues?|challenges?)|unaddressed|no(body| one| known)?( \w+){0,2} (mitigations?|strateg\w+|remed\w+|solutions?)|not (been |yet )?(been )?(tried|solved|addressed|tested|studied)|nobody (has )?(tried|tested|solved)|without( an?| any)? (cures?|answers?|mitigations?|strateg\w+|remed\w+|solutions?)|un(tried|explored|tested|resolved|studied|investigated|answered|treated)|open gaps?|blind spots?|missing|white spots?|still (open|unsolved|lacking)|left to (do|try|solve)|not been (tried|solved|addressed))
// $anode: Anode = null — only of this anode
// $problem: Problem = null — only this problem
MATCH (a:Anode)-[h:HAS_PROBLEM]->(p:Problem)
WHERE h.claims = h.bare
  AND a.name = $anode
  AND p.name = $problem
OPTIONAL MATCH (o:Mitigation)-[:MITIGATES]->(p)
RETURN a.name AS anode, p.name AS problem, p.title AS title, h.studies AS studies, h.claims AS claims,
       count(o) AS mitigations_elsewhere
ORDER BY studies DESC, claims DESC, anode, problem
