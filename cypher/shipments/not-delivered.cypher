// What was wanted, negotiated or ordered, and is anything like it said to have come?
// :title-de Was wurde gewünscht, verhandelt oder bestellt, und soll etwas Ähnliches gekommen sein?
// :asked   only ordered; only planned; wish list; still wanted; under negotiation; Wunschliste; nur bestellt und
//          nicht geliefert; in Verhandlung; weapons wanted but not yet delivered; welche Waffen will einer
// :about   One row per shipment that is asserted or expected, and not said to be delivered; stage is 'expected' where
//          nobody says more than that it will come. claims counts who says so, or asserts a part of it, without what
//          was taken back. like_it names shipments that one of the same suppliers is said to have delivered or
//          under way to one of the same recipients, of the same weapon type or of a subtype; empty means that nobody
//          says so.
// :param   supplier id<Actor>? = null   only from this supplier
// :param   recipient id<Actor>? = null   only to this recipient
// :param   as_of date? = null   only what was published on or before this day
// :returns stage str, supplier str, recipient str, goods str, period span?, claims int, like_it list<str>, shipment str
// :key     shipment
// :order   stage, supplier, recipient, shipment
// :table   stage, supplier, recipient, goods, like_it
// :drawing flow
// :tags    shipments, outlook
MATCH (s:Shipment)
WHERE $supplier IS NULL OR EXISTS { MATCH (s)<-[:DELIVERED]-(y:Actor) WHERE y.id = $supplier } // :with supplier
WITH s // :with recipient
WHERE $recipient IS NULL OR EXISTS { MATCH (s)-[:RECEIVED_BY]->(y:Actor) WHERE y.id = $recipient } // :with recipient
// who asserts or expects it, or asserts a part of it
MATCH (s)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead'] AND (p.id = s.id OR (c.side = 'for' AND (coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(s.stage, 'delivered') IN ['delivered', 'under-way'])))
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
WITH s, count(DISTINCT CASE WHEN c.side = 'for' THEN c.id ELSE null END) AS asserted, count(DISTINCT CASE WHEN c.side = 'ahead' THEN c.id ELSE null END) AS ahead
WITH s, asserted + ahead AS claims, CASE WHEN asserted = 0 AND coalesce(s.stage, 'delivered') IN ['delivered', 'under-way'] THEN 'expected' ELSE s.stage END AS stage
WHERE stage <> 'delivered'
WITH s, claims, stage, [(s)-[:OF_TYPE]->(:WeaponType)<-[:SUBTYPE_OF*0..]-(:WeaponType)<-[:OF_TYPE]-(o:Shipment) | o.id] AS near,
     [(s)<-[:DELIVERED]-(y:Actor) | y.id] AS givers, [(s)-[:RECEIVED_BY]->(z:Actor) | z.id] AS takers
UNWIND CASE WHEN size(near) = 0 THEN [''] ELSE near END AS id
OPTIONAL MATCH (y:Actor)-[:DELIVERED]->(o:Shipment)-[:RECEIVED_BY]->(z:Actor)
WHERE o.id = id AND o.id <> s.id AND o.stage IN ['delivered', 'under-way'] AND y.id IN givers AND z.id IN takers
WITH DISTINCT s, claims, stage, o
WITH s, claims, stage, o.id AS other, EXISTS { MATCH (o)<-[:PART_OF_EVENT*0..]-(q:Event)<-[:ABOUT]-(x:Claim)
    WHERE x.side = 'for' AND coalesce(q.stage, 'delivered') IN ['delivered', 'under-way'] AND (x.taken_back IS NULL OR x.taken_back > $as_of)
      AND ($as_of IS NULL OR x.known_from <= $as_of) // :with as_of
  } AS said
ORDER BY other
WITH s, claims, stage, collect(CASE WHEN said THEN other ELSE null END) AS like_it
RETURN stage AS stage, s.supplier_name AS supplier, s.recipient_name AS recipient, s.goods AS goods, s.period_text AS period, claims AS claims, like_it AS like_it, s.id AS shipment
ORDER BY stage, supplier, recipient, shipment;
// :graph
MATCH (s:Shipment)
WHERE ($supplier IS NULL OR EXISTS { MATCH (s)<-[:DELIVERED]-(y:Actor) WHERE y.id = $supplier }) AND ($recipient IS NULL OR EXISTS { MATCH (s)-[:RECEIVED_BY]->(y:Actor) WHERE y.id = $recipient })
MATCH (s)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
WITH s, sum(CASE WHEN c.side = 'for' THEN 1 ELSE 0 END) AS asserted
WHERE s.stage <> 'delivered' OR asserted = 0
OPTIONAL MATCH t = (s)-[:OF_TYPE]->(:WeaponType)
// the claim of an edge is looked up, not the edge of a claim: a shipment has as many edges as claims
OPTIONAL MATCH q = (s)-[x:CLAIMED_BY|DENIED_BY|QUESTIONED_BY]->(:Actor), (c:Claim {id: x.claim})
WHERE c.side IN ['for', 'ahead'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
OPTIONAL MATCH a = (:Actor)-[:DELIVERED]->(s)
OPTIONAL MATCH b = (s)-[:RECEIVED_BY]->(:Actor)
RETURN s, a, b, t, q;
