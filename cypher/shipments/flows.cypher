// Who is said to arm whom, with what, and how much of it is disputed?
// :title-de Wer soll wen bewaffnen, womit, und wie viel davon ist umstritten?
// :asked   who supplies whom; arms flows; suppliers and recipients; arms transfers between states; Waffenströme;
//          Lieferanten und Empfänger; wer beliefert wen; wer bewaffnet wen
// :about   One row per supplier and recipient (SIPRI's trade register, of allegations): shipments that are said to be
//          delivered, under way, or not yet more than wanted, planned, expected, negotiated or ordered, with their
//          weapon types. Several who supply or receive together make one row, so that no shipment counts twice;
//          'unknown' is nobody whom a text names. asserted, denied and questioned count claims, not roots, each once
//          and as 'ledger' does; shipments that are only denied or doubted are in these counts alone.
// :param   supplier id<Actor>? = null   only from this supplier
// :param   recipient id<Actor>? = null   only to this recipient
// :param   as_of date? = null   only what was published on or before this day
// :returns supplier str, recipient str, delivered int, under_way int, not_yet int, weapons list<str>, asserted int, denied int, questioned int, supplier_id str, recipient_id str
// :key     supplier_id, recipient_id
// :order   delivered desc, supplier_id, recipient_id
// :table   supplier, recipient, delivered, not_yet, weapons, asserted
// :drawing flow
// :tags    shipments
MATCH (s:Shipment)
WHERE $supplier IS NULL OR EXISTS { MATCH (s)<-[:DELIVERED]-(y:Actor) WHERE y.id = $supplier } // :with supplier
WITH s // :with recipient
WHERE $recipient IS NULL OR EXISTS { MATCH (s)-[:RECEIVED_BY]->(y:Actor) WHERE y.id = $recipient } // :with recipient
WITH s
WHERE EXISTS { MATCH (s)<-[:PART_OF_EVENT*0..]-(:Event)<-[:ABOUT]-(k:Claim)
    WHERE $as_of IS NULL OR k.known_from <= $as_of // :with as_of
  }
// who denies or doubts all of it: in words on it or on a larger event, or in answer to who says so
OPTIONAL MATCH (s)-[:PART_OF_EVENT*0..]->(:Event)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(x:Claim)
WHERE x.side IN ['against', 'doubt'] AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND (x.taken_back IS NULL OR x.taken_back > $as_of)
  AND ($as_of IS NULL OR (x.known_from <= $as_of AND t.known_from <= $as_of)) // :with as_of
  AND (x.root OR EXISTS { MATCH (x)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR x.relays_from > $as_of // :with as_of
  )
WITH s, collect(DISTINCT CASE WHEN x.side = 'against' THEN x.id ELSE null END) AS denials,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.id ELSE null END) AS doubts,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.speaker_id ELSE null END) AS doubters
// who says that it happened, or that a part of it did; whoever doubts it as well does not confirm it
OPTIONAL MATCH (s)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead'] AND (p.id = s.id OR (c.side = 'for' AND (coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(s.stage, 'delivered') IN ['delivered', 'under-way'])))
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
WITH s, denials, doubts, collect(DISTINCT CASE WHEN c.side <> 'for' OR c.speaker_id IN doubters THEN null ELSE c.id END) AS assertions,
     collect(DISTINCT CASE WHEN c.side = 'for' AND c.speaker_id IN doubters THEN c.id ELSE null END) AS wavering,
     count(DISTINCT CASE WHEN c.side = 'ahead' THEN c.id ELSE null END) AS ahead
WITH s, s.supplier_id AS a, s.recipient_id AS b, s.supplier_name AS giver, s.recipient_name AS taker, size(assertions) + size(wavering) > 0 AS told, ahead > 0 AND size(assertions) + size(wavering) = 0 AS only_expected, [id IN assertions | ['asserted', id]] + [id IN denials | ['denied', id]] + [id IN doubts + wavering | ['questioned', id]] AS votes
WHERE size(votes) > 0 OR only_expected
UNWIND CASE WHEN size(votes) = 0 THEN [['expected', null]] ELSE votes END AS vote
WITH a, b, giver, taker, count(DISTINCT CASE WHEN told AND s.stage = 'delivered' THEN s.id ELSE null END) AS delivered,
     count(DISTINCT CASE WHEN told AND s.stage = 'under-way' THEN s.id ELSE null END) AS under_way,
     count(DISTINCT CASE WHEN only_expected OR (told AND NOT s.stage IN ['delivered', 'under-way']) THEN s.id ELSE null END) AS not_yet,
     count(DISTINCT CASE WHEN vote[0] = 'asserted' THEN vote[1] ELSE null END) AS asserted,
     count(DISTINCT CASE WHEN vote[0] = 'denied' THEN vote[1] ELSE null END) AS denied,
     count(DISTINCT CASE WHEN vote[0] = 'questioned' THEN vote[1] ELSE null END) AS questioned,
     collect(DISTINCT s) AS shipments
UNWIND shipments AS s
OPTIONAL MATCH (s)-[:OF_TYPE]->(w:WeaponType)
WITH DISTINCT a, b, giver, taker, delivered, under_way, not_yet, asserted, denied, questioned, w.name AS weapon
ORDER BY weapon
WITH a, b, giver, taker, delivered, under_way, not_yet, asserted, denied, questioned, collect(weapon) AS weapons
RETURN giver AS supplier, taker AS recipient, delivered AS delivered, under_way AS under_way, not_yet AS not_yet, weapons AS weapons, asserted AS asserted, denied AS denied, questioned AS questioned, a AS supplier_id, b AS recipient_id
ORDER BY delivered DESC, supplier_id, recipient_id;
// :graph
MATCH (s:Shipment)
WHERE ($supplier IS NULL OR EXISTS { MATCH (s)<-[:DELIVERED]-(y:Actor) WHERE y.id = $supplier }) AND ($recipient IS NULL OR EXISTS { MATCH (s)-[:RECEIVED_BY]->(y:Actor) WHERE y.id = $recipient })
MATCH (s)<-[:PART_OF_EVENT*0..]-(:Event)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
OPTIONAL MATCH t = (s)-[:OF_TYPE]->(:WeaponType)
OPTIONAL MATCH a = (:Actor)-[:DELIVERED]->(s)
OPTIONAL MATCH b = (s)-[:RECEIVED_BY]->(:Actor)
RETURN s, a, b, t;
