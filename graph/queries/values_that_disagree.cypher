// Values that disagree
// Properties of one material in one unit and of one qualifier whose values are apart by more than a factor. Conditions
// often explain it: `measurements` shows them.
// ? ({values}|{quantities})( \w+){0,6} ({disagree}|scatter*|spread|vary|varies|varied)
// ? ({disagree}|scatter*|spread|varying)( \w+){0,3} ({values}|{quantities})
// ? ({values}|{quantities})( \w+){0,3} (not) (agree|match|fit)\w*
// $factor: float = 1.5 — the largest value is more than so many times the smallest
// $anode: Anode = null — only of this anode
// $property: string = null — only of this property
MATCH (c:Claim)
WHERE c.value > 0 AND NOT c.denied AND c.material IS NOT NULL
  AND c.anode = $anode
  AND c.property = $property
WITH c.property AS property, c.material AS material, c.unit AS unit, coalesce(c.qualifier, '') AS kind,
     min(c.value) AS least, max(coalesce(c.value_to, c.value)) AS most, count(c) AS measurements,
     count(DISTINCT c.paper) AS papers
WHERE measurements > 1 AND most > $factor * least
RETURN material, property, CASE kind WHEN '' THEN null ELSE kind END AS qualifier, least, most, unit, measurements, papers
ORDER BY papers DESC, most / least DESC, material, property, kind, unit
