// Profile of an anode
// What was measured on an anode: each property in each unit with its lowest and highest value, theoretical ones apart, and
// how many values, papers and materials stand behind it.
// ? overview( \w+){0,3} (measured|values|numbers|properties)
// ? (profile|data ?sheet|fact ?sheet|summary|key (figures|numbers|data|facts|values)|overview) (of|for|on)
// ? profile
// ?? (sum(s|med)? up|summari[sz]e|at a glance|in (brief|short|a nutshell))
// $anode: Anode — the anode
MATCH (c:Claim {anode: $anode})
WHERE c.property IS NOT NULL AND c.value IS NOT NULL AND NOT c.denied
WITH c, (coalesce(c.qualifier, '') CONTAINS 'theoretical' OR coalesce(c.basis, '') = 'theoretical') AS theoretical
RETURN c.property AS property, coalesce(c.unit, '') AS unit, theoretical, count(c) AS measurements,
       min(c.value) AS lowest, max(coalesce(c.value_to, c.value)) AS highest, count(DISTINCT c.paper) AS papers,
       count(DISTINCT c.material) AS materials
ORDER BY property, unit, theoretical
