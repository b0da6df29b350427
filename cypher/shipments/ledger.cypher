// What went from whom to whom, how many, and who says so?
// :title-de Was ging von wem an wen, wie viel, und wer sagt es?
// :asked   list of shipments; what was delivered; deliveries; what did one send to another; Lieferungen; was wurde
//          geliefert; Liste der Lieferungen; welche Waffen bekam einer vom andern
// :about   One row per alleged shipment, with every figure and its speaker; '?' is a speaker that no text names.
//          asserted, denied and questioned count claims, not roots.
// :param   supplier id<Actor>? = null   only from this supplier
// :param   recipient id<Actor>? = null   only to this recipient
// :param   weapon id<WeaponType>? = null   only this weapon type and its subtypes
// :param   as_of date? = null   only what was published on or before this day
// :returns supplier str, recipient str, goods str, period span?, figures list<str>, asserted int, denied int, questioned int, stage str, shipment str
// :key     shipment
// :order   supplier, recipient, shipment
// :table   supplier, recipient, goods, figures, asserted, denied
// :tags    shipments, headline-3
MATCH (a:Actor)-[:DELIVERED]->(s:Shipment)
WHERE $supplier IS NULL OR a.id = $supplier // :with supplier
MATCH (s)-[:RECEIVED_BY]->(b:Actor)
WHERE $recipient IS NULL OR b.id = $recipient // :with recipient
WITH a, s, b // :with weapon
WHERE $weapon IS NULL OR EXISTS { MATCH (s)-[:OF_TYPE]->(:WeaponType)-[:SUBTYPE_OF*0..6]->(:WeaponType {id: $weapon}) } // :with weapon
MATCH (s)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of // :with as_of
WITH a, b, s, c ORDER BY c.said, c.id
WITH a, b, s, collect(DISTINCT CASE WHEN c.measure <> 'distance-km' THEN c.how_many END + ' (' + coalesce(c.speaker_name, '?') + ')') AS figures,
     sum(CASE WHEN c.side IN ['for', 'ahead'] THEN 1 ELSE 0 END) AS asserted,
     sum(CASE WHEN c.side = 'against' THEN 1 ELSE 0 END) AS denied,
     sum(CASE WHEN c.side = 'doubt' THEN 1 ELSE 0 END) AS questioned
RETURN a.name AS supplier, b.name AS recipient, s.goods AS goods, s.period_text AS period, figures AS figures, asserted AS asserted, denied AS denied, questioned AS questioned, s.stage AS stage, s.id AS shipment
ORDER BY supplier, recipient, shipment;
// :graph
MATCH p = (a:Actor)-[:DELIVERED]->(s:Shipment)-[:RECEIVED_BY]->(b:Actor)
WHERE ($supplier IS NULL OR a.id = $supplier) AND ($recipient IS NULL OR b.id = $recipient)
  AND ($weapon IS NULL OR EXISTS { MATCH (s)-[:OF_TYPE]->(:WeaponType)-[:SUBTYPE_OF*0..6]->(:WeaponType {id: $weapon}) })
MATCH (s)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of
OPTIONAL MATCH t = (s)-[:OF_TYPE]->(:WeaponType)
RETURN p, t;
