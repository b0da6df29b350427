// Which shipments lack a supplier or a recipient?
// :about   Every shipment runs from one actor to another.
// :returns shipment str
// :key     shipment
// :order   shipment
MATCH (s:Shipment)
WHERE NOT EXISTS { MATCH (:Actor)-[:DELIVERED]->(s) } OR NOT EXISTS { MATCH (s)-[:RECEIVED_BY]->(:Actor) }
RETURN s.id AS shipment
ORDER BY shipment;
