// Capacities with their conditions
// Each material with its capacities, one row for each value and set of conditions (current, cycles, temperature, voltage
// window, as printed), and how many claims and independent sources state it.
// ? (table|conditions?|circumstances)( \w+){0,4} capacit\w*
// ? capacit\w*( \w+){0,3} (conditions?|currents?|rates?|circumstances)
// ? (with|and|including)( the| their| its)?( \w+)? (conditions|current densit\w*|cycle numbers?|temperatures?|voltage windows?)
// = specific_capacity, areal_capacity, volumetric_capacity, cycle_life, cycling_duration
// $anode: Anode = null — only of this anode
// $material: Material = null — only of this material
// $condition: string = null — only where words of the conditions begin so, for example cycles, or 1 C (not 0.1 C)
MATCH (t:Statement)<-[:STATES]-(c:Measurement)
WHERE c.property IN ['specific_capacity', 'areal_capacity', 'volumetric_capacity'] AND NOT c.denied
  AND c.anode = $anode
  AND c.material = $material
  AND replace(toLower(c.conditions), '"', ' ') CONTAINS ' ' + toLower($condition)
RETURN c.anode AS anode, c.material AS material, c.property AS property, c.relation AS relation, c.value AS value,
       c.value_to AS value_to, c.unit AS unit, c.qualifier AS qualifier, c.conditions AS conditions, count(c) AS claims,
       max(t.sources) AS sources, max(t.belief) AS belief
ORDER BY coalesce(anode, ''), coalesce(material, ''), property, value IS NULL, value DESC, coalesce(conditions, ''),
         coalesce(qualifier, ''), relation, coalesce(value_to, 0)
