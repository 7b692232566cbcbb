// Problems of an anode
// What an anode suffers from, with the number of independent sources and of strategies that were applied to it against it.
// ? (hinder|hamper|limit|prevent|block|delay|imped|stand|stop|keep|hold)\w*( \w+){0,5} (commerciali[sz]\w*|applications?|adoption|deployment|used?|using|adopted|back|market)
// ? stands? (in the way|between)
// ? ({problems}|limit*|fail*|degrad*|wrong|bad|not good|danger*|unsafe|suffer*|plagu*|hamper*|hinder*|imped*|afflict*|ail(s|ed|ing)?|compromis*|complicat*|critici(s|z)\w*|bother*|haunt*|threat*|undermin*|spoil*|ruin*|impair*|crippl*|hurt*|inferior|lack*|worse|negative(?! electrodes?)|speaks? against|stands? against|hold\w* back|not( \w+){0,3} (used|commercial\w*|suitable|applied|applications?|common|adopted|established|successful)|nobody( \w+)? uses?|(be|being|been) (replaced|abandoned|phased out)|against)
// ? (why|how come)( \w+){0,6} (not|never)
// ?? (why|how come)
// $anode: Anode — the anode
MATCH (a:Anode {name: $anode})-[h:HAS_PROBLEM]->(p:Problem)
OPTIONAL MATCH (m:Mitigation)-[t:APPLIED_TO]->(a) WHERE t.problem = p.name
WITH h, p, m ORDER BY m.name
RETURN p.name AS problem, p.title AS title, h.stated AS stated, h.claims AS claims, h.papers AS papers,
       h.studies AS studies, collect(m.name) AS mitigations
ORDER BY studies DESC, claims DESC, problem
