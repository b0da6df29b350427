// What went from whom to whom, how many, and who says so?
// :title-de Was ging von wem an wen, wie viel, und wer sagt es?
// :asked   list of shipments; what was delivered; deliveries; what did one send to another; Lieferungen; was wurde
//          geliefert; Liste der Lieferungen; welche Waffen bekam einer; which weapons did one receive; which weapons
//          did one give to another; welche Waffen erhielt einer
// :about   One row per alleged shipment, with its figures and who asserts or expects them; '?' is a speaker that no
//          text names, 'unknown' a supplier or recipient that none names. asserted counts the claims that it happened, or that a part of it did; denied and questioned
//          those that deny it, doubt it or do not confirm it as a whole, in words on it or on a larger event, or in
//          answer to such a claim. Remarks, doubts of one side of it such as how many, and claims that were taken back
//          or only pass on such a one are in no count. The counts are of claims, not of roots. stage is how far it is
//          said to have come, and 'expected' where nobody says more than that it will.
// :param   supplier id<Actor>? = null   only from this supplier
// :param   recipient id<Actor>? = null   only to this recipient
// :param   weapon id<WeaponType>? = null   only this weapon type and its subtypes
// :param   as_of date? = null   only what was published on or before this day
// :returns supplier str, recipient str, goods str, period span?, figures list<str>, asserted int, denied int, questioned int, stage str, shipment str
// :key     shipment
// :order   supplier, recipient, shipment
// :table   supplier, recipient, goods, stage, figures, denied
// :drawing flow
// :tags    shipments, headline-3
MATCH (s:Shipment)
WHERE $supplier IS NULL OR EXISTS { MATCH (s)<-[:DELIVERED]-(y:Actor) WHERE y.id = $supplier } // :with supplier
WITH s // :with recipient
WHERE $recipient IS NULL OR EXISTS { MATCH (s)-[:RECEIVED_BY]->(y:Actor) WHERE y.id = $recipient } // :with recipient
WITH s
WHERE EXISTS { MATCH (s)<-[:PART_OF_EVENT*0..]-(:Event)<-[:ABOUT]-(k:Claim)
    WHERE $as_of IS NULL OR k.known_from <= $as_of // :with as_of
  }
  AND ($weapon IS NULL OR EXISTS { MATCH (s)-[:OF_TYPE]->(:WeaponType)-[:SUBTYPE_OF*0..]->(:WeaponType {id: $weapon}) }) // :with weapon
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
WITH s, count(DISTINCT CASE WHEN x.side = 'against' THEN x.id ELSE null END) AS denied,
     count(DISTINCT CASE WHEN x.side = 'doubt' THEN x.id ELSE null END) AS doubted,
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
WITH s, denied, doubted, doubters, p, c ORDER BY c.said, c.id
WITH s, denied, doubted, collect(DISTINCT CASE WHEN p.id = s.id AND c.measure <> 'distance-km' THEN c.how_many + ' (' + coalesce(c.speaker_name, '?') + ')' ELSE null END) AS figures,
     count(DISTINCT CASE WHEN c.side <> 'for' OR c.speaker_id IN doubters THEN null ELSE c.id END) AS asserted,
     count(DISTINCT CASE WHEN c.side = 'for' AND c.speaker_id IN doubters THEN c.id ELSE null END) AS wavering,
     count(DISTINCT CASE WHEN c.side = 'ahead' THEN c.id ELSE null END) AS ahead
WHERE denied + doubted + asserted + wavering + ahead > 0
RETURN s.supplier_name AS supplier, s.recipient_name AS recipient, s.goods AS goods, s.period_text AS period, figures AS figures, asserted AS asserted, denied AS denied, doubted + wavering AS questioned, CASE WHEN ahead > 0 AND asserted + wavering = 0 AND coalesce(s.stage, 'delivered') IN ['delivered', 'under-way'] THEN 'expected' ELSE s.stage END AS stage, s.id AS shipment
ORDER BY supplier, recipient, shipment;
// :graph
MATCH (s:Shipment)
WHERE ($supplier IS NULL OR EXISTS { MATCH (s)<-[:DELIVERED]-(y:Actor) WHERE y.id = $supplier }) AND ($recipient IS NULL OR EXISTS { MATCH (s)-[:RECEIVED_BY]->(y:Actor) WHERE y.id = $recipient })
  AND ($weapon IS NULL OR EXISTS { MATCH (s)-[:OF_TYPE]->(:WeaponType)-[:SUBTYPE_OF*0..]->(:WeaponType {id: $weapon}) })
MATCH (s)<-[:PART_OF_EVENT*0..]-(:Event)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
OPTIONAL MATCH t = (s)-[:OF_TYPE]->(:WeaponType)
OPTIONAL MATCH a = (:Actor)-[:DELIVERED]->(s)
OPTIONAL MATCH b = (s)-[:RECEIVED_BY]->(:Actor)
RETURN s, a, b, t;
