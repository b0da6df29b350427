// Which claims are about nothing, or about several things at once?
// :about   A claim is about exactly one event, weapon type or actor.
// :returns claim str, targets int
// :key     claim
// :order   claim
MATCH (c:Claim)
OPTIONAL MATCH (c)-[:ABOUT]->(e)
WITH c, count(e) AS targets
WHERE targets <> 1
RETURN c.id AS claim, targets AS targets
ORDER BY claim;
