// What was wanted, negotiated or ordered, and is anything like it said to have come?
// :title-de Was wurde gewünscht, verhandelt oder bestellt, und soll etwas Ähnliches gekommen sein?
// :asked   only ordered; only planned; wish list; still wanted; under negotiation; Wunschliste; nur bestellt und nicht
//          geliefert; in Verhandlung
// :about   One row per alleged shipment that is not said to be delivered. like_it names shipments from the same supplier
//          to the same recipient that are said to be delivered or under way and are of the same weapon type or of a
//          subtype; empty means that nobody says so.
// :param   supplier id<Actor>? = null   only from this supplier
// :param   recipient id<Actor>? = null   only to this recipient
// :param   as_of date? = null   only what was published on or before this day
// :returns stage str, supplier str, recipient str, goods str, period span?, claims int, like_it list<str>, shipment str
// :key     shipment
// :order   stage, supplier, recipient, shipment
// :table   stage, supplier, recipient, goods, like_it
// :tags    shipments, outlook
MATCH (a:Actor)-[:DELIVERED]->(s:Shipment)-[:RECEIVED_BY]->(b:Actor)
WHERE s.stage <> 'delivered'
  AND ($supplier IS NULL OR a.id = $supplier) // :with supplier
  AND ($recipient IS NULL OR b.id = $recipient) // :with recipient
MATCH (s)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of // :with as_of
WITH a, s, b, count(c) AS claims
WITH a, s, b, claims, [(s)-[:OF_TYPE]->(:WeaponType)<-[:SUBTYPE_OF*0..6]-(:WeaponType)<-[:OF_TYPE]-(o:Shipment) | o.id] AS near
UNWIND CASE WHEN size(near) = 0 THEN [''] ELSE near END AS id
OPTIONAL MATCH (y:Actor)-[:DELIVERED]->(o:Shipment)-[:RECEIVED_BY]->(z:Actor)
WHERE o.id = id AND o.id <> s.id AND o.stage IN ['delivered', 'under-way'] AND y.id = a.id AND z.id = b.id
WITH DISTINCT a, s, b, claims, o
WITH a, s, b, claims, o.id AS other, EXISTS { MATCH (o)<-[:ABOUT]-(x:Claim) WHERE x.side IN ['for', 'ahead'] AND ($as_of IS NULL OR x.known_from <= $as_of) } AS said
ORDER BY other
WITH a, s, b, claims, collect(CASE WHEN said THEN other ELSE null END) AS like_it
RETURN s.stage AS stage, a.name AS supplier, b.name AS recipient, s.goods AS goods, s.period_text AS period, claims AS claims, like_it AS like_it, s.id AS shipment
ORDER BY stage, supplier, recipient, shipment;
// :graph
MATCH p = (a:Actor)-[:DELIVERED]->(s:Shipment)-[:RECEIVED_BY]->(b:Actor)
WHERE s.stage <> 'delivered' AND ($supplier IS NULL OR a.id = $supplier) AND ($recipient IS NULL OR b.id = $recipient)
MATCH (s)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of
OPTIONAL MATCH t = (s)-[:OF_TYPE]->(:WeaponType)
OPTIONAL MATCH q = (s)-[x:CLAIMED_BY|DENIED_BY|QUESTIONED_BY]->(:Actor)
WHERE x.claim = c.id
RETURN p, t, q;
