// A property by year
// The values of a property by the year of the study that they are credited to, or of the paper itself: how many, the
// lowest, the mean and the highest.
// ? (progress|develop\w*|evol\w+|trend\w*|over the years|by year|per year)( \w+){0,4} (capacit\w*|efficienc\w*|conductivit\w*|retention|life|resistance|densit\w*|thickness)
// ? (capacit\w*|efficienc\w*|conductivit\w*|retention|life|resistances?|densit\w*|thickness\w*|voltages?)( \w+){0,5} (progress\w*|develop\w*|evol\w+|trend\w*|over (the )?(years|time|decades)|(by|per|with|through) (the )?years?|(chang|improv|increas|ris|grow|gr[eo]w)\w*( \w+){0,2} (over|since|with|through)( the)? (years|time|decades?))
// $property: string — the property; the query `properties` lists them
// $anode: Anode = null — only of this anode
MATCH (c:Claim {property: $property})
WHERE c.value IS NOT NULL AND NOT c.denied
  AND c.anode = $anode
MATCH (own:Paper {key: c.paper})
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(s:Paper)
WITH c, max(coalesce(s.year, own.year)) AS year
WHERE year IS NOT NULL
RETURN year, c.unit AS unit, count(c) AS measurements, min(c.value) AS lowest, round(avg(c.value) * 1000) / 1000 AS mean,
       max(c.value) AS highest
ORDER BY year DESC, unit
