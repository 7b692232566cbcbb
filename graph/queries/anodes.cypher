// Anodes
// Each anode with how many problems, mitigations and measurements the papers give it.
// ? (which|what|list|all|show|name|enumerate|give)( \w+){0,3} anodes?( \w+){0,3} (are there|is there|exist|known|covered|described|discussed|studied|in the graph|under discussion|in the (corpus|database|library|papers|reviews))
// ? (which|what)( \w+){0,2} anodes?( \w+){0,4} (got|you have|know|knows|contain\w*|compris\w+|cover\w*|includ\w+|hold|offer)
// ? (which|what) anodes
// ? (which|what) anodes?( \w+){0,5} (talk|deal|discuss|cover|mention|treat|speak)\w*
// ? (materials?|elements?|compounds?|metals?)( \w+){0,4} (as|for|in|into) anodes?
// ? (which|what) {anodes}( \w+){0,2} (reported|described|discussed|studied|investigated|mentioned|proposed)
// ? (rank|sort|order|list|compare)\w*( \w+){0,2} anodes?( \w+){0,2} by( the)? (number|count|amount) of( \w+)? ({problems}|{remedies}|measurements)
// ? anodes?( \w+){0,3} (most|fewest|least|many|more)( \w+)? ({problems}|{remedies}|measurements)
// ? anodes?( \w+){0,3} (most|best|least|often|widely)( \w+)? (studied|investigated|researched|measured|examined|popular)
// ? (most|best|well|least|often|widely)( \w+)? (studied|investigated|researched|measured|examined|popular)( \w+)? {anodes}
// ? (list|show|dump|print|name|enumerate|^all|inventory|catalogue?)( \w+){0,3} anodes?
// ? {anodes}( \w+){0,3} (in the (graph|corpus|database|library)|covered|known|available)
MATCH (a:Anode)
OPTIONAL MATCH (a)-[h:HAS_PROBLEM]->(:Problem)
WITH a, count(h) AS problems
OPTIONAL MATCH (a)<-[t:TRIED_ON]-(:Mitigation)
WITH a, problems, count(t) AS mitigations
RETURN a.name AS anode, problems, mitigations, a.measurements AS measurements
ORDER BY problems + mitigations + measurements DESC, anode
