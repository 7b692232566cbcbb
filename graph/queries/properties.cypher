// Measured properties
// What was measured, with its units, the number of values and of anodes.
// ? {listing}( \w+){0,3} (properties|quantities|property|parameters)(( \w+){0,3} (are there|do you know|measured|reported))?
MATCH (c:Measurement)
WITH c ORDER BY c.unit
RETURN c.property AS property, collect(DISTINCT c.unit) AS units, count(c) AS measurements,
       count(DISTINCT c.anode) AS anodes, count(DISTINCT c.material) AS materials
ORDER BY measurements DESC, property
