// Which events does no claim speak about, neither about them nor about a part of them?
// :about   An event that nobody asserts or denies does not belong in the graph.
// :returns event str
// :key     event
// :order   event
MATCH (e:Event)
WHERE NOT EXISTS { MATCH (e)<-[:ABOUT|MENTIONS]-(:Claim) } AND NOT EXISTS { MATCH (e)<-[:PART_OF_EVENT*1..]-(:Event)<-[:ABOUT]-(:Claim) }
RETURN e.id AS event
ORDER BY event;
