// Problems of an anode
// What an anode suffers from, with the number of independent sources and of strategies that were applied to it against it.
// ? (hinder|hamper|limit|prevent|block|delay|imped|stand)\w*( \w+){0,3} (commerciali[sz]\w*|applications?|adoption|deployment|use)
// ? stands? in the way
// ? (problems?|issues?|challeng*|drawbacks?|disadvantages?|difficult*|limit*|suffer*|troubl*|weakness*|weak(er|est)? (points?|spots?|sides?)|shortcomings?|downsides?|wrong|obstacles?|bottlenecks?|barriers?|hurdles?|cons|concerns?|plagu*|hamper*|hinder*|fail*|degrad*|worr*|risks?|bad|danger\w*|unsafe|negative (sides?|aspects?)|why not|not (used|commercial\w*|suitable)|flaws?|defects?|against)
// $anode: Anode — the anode
MATCH (a:Anode {name: $anode})-[h:HAS_PROBLEM]->(p:Problem)
OPTIONAL MATCH (m:Mitigation)-[t:APPLIED_TO]->(a) WHERE t.problem = p.name
WITH h, p, m ORDER BY m.name
RETURN p.name AS problem, p.title AS title, h.stated AS stated, h.claims AS claims, h.papers AS papers,
       h.studies AS studies, collect(m.name) AS mitigations
ORDER BY studies DESC, claims DESC, problem
