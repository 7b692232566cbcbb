// Materials of an anode
// The materials of one kind of anode that were measured, with what was measured on them.
// ? (which|what|list|show)( \w+){0,2} (materials?|samples?|compounds?|composites?|forms?|morphologies|variants)
// ? (materials?|samples?|compounds?)( \w+){0,3} (studied|measured|tested|examined|investigated)
// $anode: Anode — the anode
MATCH (c:Measurement {anode: $anode}) WHERE c.material IS NOT NULL
WITH c ORDER BY c.property
RETURN c.material AS material, count(c) AS measurements, collect(DISTINCT c.property) AS properties,
       count(DISTINCT c.paper) AS papers
ORDER BY measurements DESC, material
