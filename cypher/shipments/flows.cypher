// Who is said to arm whom, with what, and how much of it is disputed?
// :title-de Wer soll wen bewaffnen, womit, und wie viel davon ist umstritten?
// :asked   who supplies whom; arms flows; suppliers and recipients; arms transfers between states; Waffenströme;
//          Lieferanten und Empfänger; wer beliefert wen; wer bewaffnet wen
// :about   One row per supplier and recipient (SIPRI's trade register, of allegations): shipments that are said to be
//          delivered, under way, or only wanted, negotiated or ordered, with their weapon types. asserted, denied and
//          questioned count claims, not roots.
// :param   supplier id<Actor>? = null   only from this supplier
// :param   recipient id<Actor>? = null   only to this recipient
// :param   as_of date? = null   only what was published on or before this day
// :returns supplier str, recipient str, delivered int, under_way int, not_yet int, weapons list<str>, asserted int, denied int, questioned int, supplier_id str, recipient_id str
// :key     supplier_id, recipient_id
// :order   delivered desc, supplier_id, recipient_id
// :table   supplier, recipient, delivered, not_yet, weapons, asserted
// :tags    shipments
MATCH (a:Actor)-[:DELIVERED]->(s:Shipment)
WHERE $supplier IS NULL OR a.id = $supplier // :with supplier
MATCH (s)-[:RECEIVED_BY]->(b:Actor)
WHERE $recipient IS NULL OR b.id = $recipient // :with recipient
MATCH (s)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of // :with as_of
WITH a, b, s, c.side AS side, count(c) AS number
WITH a, b, s, sum(CASE WHEN side IN ['for', 'ahead'] THEN number ELSE 0 END) AS asserted,
     sum(CASE WHEN side = 'against' THEN number ELSE 0 END) AS denied,
     sum(CASE WHEN side = 'doubt' THEN number ELSE 0 END) AS questioned
WITH a, b, sum(CASE WHEN s.stage = 'delivered' THEN 1 ELSE 0 END) AS delivered, sum(CASE WHEN s.stage = 'under-way' THEN 1 ELSE 0 END) AS under_way,
     sum(CASE WHEN s.stage IN ['wanted', 'negotiated', 'ordered'] THEN 1 ELSE 0 END) AS not_yet,
     sum(asserted) AS asserted, sum(denied) AS denied, sum(questioned) AS questioned, collect(s) AS shipments
UNWIND shipments AS s
OPTIONAL MATCH (s)-[:OF_TYPE]->(w:WeaponType)
WITH DISTINCT a, b, delivered, under_way, not_yet, asserted, denied, questioned, w.name AS weapon
ORDER BY weapon
WITH a, b, delivered, under_way, not_yet, asserted, denied, questioned, collect(weapon) AS weapons
RETURN a.name AS supplier, b.name AS recipient, delivered AS delivered, under_way AS under_way, not_yet AS not_yet, weapons AS weapons, asserted AS asserted, denied AS denied, questioned AS questioned, a.id AS supplier_id, b.id AS recipient_id
ORDER BY delivered DESC, supplier_id, recipient_id;
// :graph
MATCH p = (a:Actor)-[:DELIVERED]->(s:Shipment)-[:RECEIVED_BY]->(b:Actor)
WHERE ($supplier IS NULL OR a.id = $supplier) AND ($recipient IS NULL OR b.id = $recipient)
MATCH (s)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of
OPTIONAL MATCH t = (s)-[:OF_TYPE]->(:WeaponType)
RETURN p, t;
