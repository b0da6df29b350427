// Which shipments or payments do not say who gives or receives, not even that it is unknown?
// :about   Where the ends are known there is an edge for each of them; where they are not, the node says 'unknown'. One of
//          both is always there, and never both.
// :returns event str
// :key     event
// :order   event
MATCH (s:Event)
WHERE s:Shipment OR s:Payment
OPTIONAL MATCH (s)<-[g:DELIVERED|PAID]-(:Actor)
WITH s, count(g) AS givers
OPTIONAL MATCH (s)-[t:RECEIVED_BY|PAID_TO]->(:Actor)
WITH s, givers, count(t) AS takers
WHERE (givers = 0) <> (coalesce(s.supplier_id, s.payer_id, '') = 'unknown') OR (takers = 0) <> (coalesce(s.recipient_id, s.payee_id, '') = 'unknown')
RETURN s.id AS event
ORDER BY event;
