// Materials of an anode
// The materials of one kind of anode that were measured, with what was measured on them.
// ? (which|what|list|show|name|all)( \w+){0,2} (materials?|samples?|compounds?|composites?|phases?|allotropes?|polymorphs?|forms?|morphologies|variants|kinds|types|sorts|grades|varieties)
// ? (materials?|samples?|compounds?|forms|variants|kinds|types|varieties)( \w+){0,3} (studied|measured|tested|examined|investigated|used|there|described)
// ?? (materials|samples|compounds|composites|variants)
// $anode: Anode — the anode
MATCH (c:Measurement {anode: $anode}) WHERE c.material IS NOT NULL
WITH c ORDER BY c.property
RETURN c.material AS material, count(c) AS measurements, collect(DISTINCT c.property) AS properties,
       count(DISTINCT c.paper) AS papers
ORDER BY measurements DESC, material
