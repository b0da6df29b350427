// Which claims cite no document?
// :about   Every claim needs at least one citation.
// :returns claim str
// :key     claim
// :order   claim
MATCH (c:Claim)
WHERE NOT EXISTS { MATCH (c)-[:CITED_IN]->(:Document) }
RETURN c.id AS claim
ORDER BY claim;
