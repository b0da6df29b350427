// How, which way and when are shipments said to travel?
// :title-de Wie, auf welchem Weg und wann sollen Lieferungen unterwegs sein?
// :asked   routes; how did the shipments get there; Transportweg; Route der Lieferungen; means of transport;
//          Transportmittel; how do the weapons travel; auf welchem Weg kamen die Waffen
// :about   One row per shipment that is asserted or expected, with a means of transport or a place on its way, the
//          places in their order, and then the places and states of transit; stage is 'expected' where nobody says more than that it will come. claims counts who
//          says so, or asserts a part of it, without what was taken back. A shipment of which no text says either is
//          left out.
// :param   means value<Shipment.means>? = null   only by this means of transport
// :param   supplier id<Actor>? = null   only from this supplier
// :param   recipient id<Actor>? = null   only to this recipient
// :param   as_of date? = null   only what was published on or before this day
// :returns supplier str, recipient str, goods str, means list<str>, route list<str>, period span?, stage str, claims int, shipment str
// :key     shipment
// :order   supplier, recipient, shipment
// :table   supplier, recipient, goods, means, route, period
// :drawing flow
// :tags    shipments, routes
MATCH (s:Shipment)
WHERE $supplier IS NULL OR EXISTS { MATCH (s)<-[:DELIVERED]-(y:Actor) WHERE y.id = $supplier } // :with supplier
WITH s // :with recipient
WHERE $recipient IS NULL OR EXISTS { MATCH (s)-[:RECEIVED_BY]->(y:Actor) WHERE y.id = $recipient } // :with recipient
WITH s // :with means
WHERE $means IS NULL OR $means IN s.means // :with means
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
OPTIONAL MATCH (s)-[v:SHIPPED_VIA|IN_TRANSIT_THROUGH]->(pl)
WITH s, claims, stage, type(v) AS way, v.position AS at, pl ORDER BY way DESC, at
WITH s, claims, stage, collect(pl.name) AS route
WHERE s.means IS NOT NULL OR size(route) > 0
RETURN s.supplier_name AS supplier, s.recipient_name AS recipient, s.goods AS goods, coalesce(s.means, []) AS means, route AS route, s.period_text AS period, stage AS stage, claims AS claims, s.id AS shipment
ORDER BY supplier, recipient, shipment;
// :graph
MATCH (s:Shipment)
WHERE ($supplier IS NULL OR EXISTS { MATCH (s)<-[:DELIVERED]-(y:Actor) WHERE y.id = $supplier }) AND ($recipient IS NULL OR EXISTS { MATCH (s)-[:RECEIVED_BY]->(y:Actor) WHERE y.id = $recipient }) AND ($means IS NULL OR $means IN s.means)
MATCH (s)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of) AND (s.means IS NOT NULL OR EXISTS { MATCH (s)-[:SHIPPED_VIA|IN_TRANSIT_THROUGH]->() })
MATCH q = (c)-[:ABOUT]->(s)
OPTIONAL MATCH v = (s)-[:SHIPPED_VIA|IN_TRANSIT_THROUGH]->()
OPTIONAL MATCH t = (s)-[:OF_TYPE]->(:WeaponType)
OPTIONAL MATCH u = (c)-[:SAID_BY]->(:Actor)
OPTIONAL MATCH a = (:Actor)-[:DELIVERED]->(s)
OPTIONAL MATCH b = (s)-[:RECEIVED_BY]->(:Actor)
RETURN s, a, b, q, v, t, u;
