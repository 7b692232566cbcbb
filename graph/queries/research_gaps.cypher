// Research gaps
// Problems of anodes against which no paper names a strategy on this anode, with the number of strategies that relieve the
// problem on other anodes. `anodegraph gaps` ranks what may help.
// ? (lack\w*|miss|missing|without|needs|needing|no|await*|waiting for)( \w+)? ({remedies}|answers?)
// ? {remedies}( \w+){0,3} (lack*|missing|absent)
// ? (more|further) (research|work|studies)
// ? no(body| one| known)?( \w+){0,4} ({remedies}|addressed|tried|tested|solved?|studied|worked|looked|tackled|investigated|examined|touched|proposed|found|fixed)
// ? (not|never|nobody( has)?)( \w+){0,3} (addressed|tried|tested|solved|tackled|studied|explored|researched|investigated|understood|understand|known?|answered)( yet)?
// ? ({problems}|questions?|topics?)( \w+){0,6} (un(tried|explored|tested|resolved|solved|studied|answered|treated|addressed|clear)|open)
// ? (gaps?|unsolved|unaddressed|un(tried|explored|tested|resolved|studied|investigated|answered|treated|touched|known|clear)|open( research)? (gaps?|problems?|questions?|issues?|challenges?|topics?|points?)|blind spots?|white spots?|mystery|mysteries|puzzles?|riddles?|neglected|overlooked|underexplored|under ?researched|untapped|unmet|outstanding|pending|future (work|research)|(research(ed)?|stud(y|ied)|investigated?|explored?|tried|tackled?|do|done) next|next steps?|yet to be|not( \w+)? understood|missing|(still|remain\w*|left|yet)( to( be)?)?( \w+)? (open|unsolved|lacking|solved?|address(ed)?|answer(ed)?|do|done|try|tried|explored?|tackled?|research(ed)?)|where( \w+){0,2} gaps)
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
