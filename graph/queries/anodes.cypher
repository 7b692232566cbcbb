// Anodes
// Each anode with how many problems, mitigations and measurements the papers give it.
// ? (which|what|list|all)( \w+){0,2} anodes?( \w+){0,3} (are there|do you know|are known|exist|covered|in the graph)
// ? (rank|sort|order|list|compare)\w*( \w+){0,2} anodes?( \w+){0,2} by( the)? (number|count|amount) of( \w+)? (problems|issues|mitigations|strategies|measurements)
// ? anodes?( \w+){0,3} (most|fewest|least|many|more)( \w+)? (problems|issues|mitigations|strategies|measurements)
// ? anodes?( \w+){0,3} (most|best|least)( \w+)? (studied|investigated|researched|measured|examined|popular)
// ? (most|best|well|least|often|widely)( \w+)? (studied|investigated|researched|measured|examined|popular)( \w+)? (anodes?|materials?|electrodes?)
// ? (list|show)( \w+){0,2} anodes?
// ? (which|what) anodes? (are|is) there
// ? (anodes?|anode materials?|negative electrodes?|electrode materials?)( \w+){0,3} (in the graph|covered|known|available)
MATCH (a:Anode)
OPTIONAL MATCH (a)-[h:HAS_PROBLEM]->(:Problem)
WITH a, count(h) AS problems
OPTIONAL MATCH (a)<-[t:TRIED_ON]-(:Mitigation)
WITH a, problems, count(t) AS mitigations
RETURN a.name AS anode, problems, mitigations, a.measurements AS measurements
ORDER BY problems + mitigations + measurements DESC, anode
