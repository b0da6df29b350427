// Which weapon types are alleged to be delivered or used, but were never found?
// :title-de Welche Waffentypen sollen geliefert oder eingesetzt worden sein, wurden aber nie gefunden?
// :asked   weapons without physical proof; nothing was found; nie gefundene Waffen; Waffen ohne Fund
// :about   One row per weapon type of a use or shipment that somebody asserts to have happened or to be under way and
//          of which no finding, of itself or of a subtype, is asserted, nor that one was seized or captured. A finding of
//          the broader category does not count, nor one that was taken back. asserted counts claims, each once, as 'ledger' does. Not found is not
//          the same as not there: nobody may have looked.
// :param   weapon id<WeaponType>? = null   only this weapon type and its subtypes
// :param   as_of date? = null   only what was published on or before this day
// :returns weapon str, shipments int, uses int, asserted int, speakers list<str>, weapon_type str
// :key     weapon_type
// :order   asserted desc, weapon_type
// :table   weapon, shipments, uses, asserted, speakers
// :drawing network
// :tags    weapons, evidence, quality
MATCH (e:Event)-[:OF_TYPE]->(w:WeaponType)
WHERE (e:Shipment OR e:Use) AND coalesce(e.stage, 'delivered') IN ['delivered', 'under-way']
MATCH (w)-[:SUBTYPE_OF*0..]->(b:WeaponType) // :with weapon
WHERE b.id = coalesce($weapon, w.id) // :with weapon
WITH DISTINCT w, e
// who doubts it or does not confirm it
OPTIONAL MATCH (e)-[:PART_OF_EVENT*0..]->(:Event)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(x:Claim)
WHERE x.side = 'doubt' AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND (x.taken_back IS NULL OR x.taken_back > $as_of)
  AND ($as_of IS NULL OR (x.known_from <= $as_of AND t.known_from <= $as_of)) // :with as_of
  AND (x.root OR EXISTS { MATCH (x)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR x.relays_from > $as_of // :with as_of
  )
WITH w, e, collect(DISTINCT x.speaker_id) AS doubters
// who says that it happened, or that a part of it did, and does not doubt it as well
MATCH (e)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side = 'for' AND (p.id = e.id OR coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'])
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
WITH w, e, c, coalesce(c.speaker_name, '?') AS speaker, coalesce(c.speaker_id IN doubters, false) AS wavers ORDER BY speaker
WITH w, e, c, speaker, wavers
WHERE NOT wavers
WITH w, count(DISTINCT CASE WHEN e:Shipment THEN e.id ELSE null END) AS shipments, count(DISTINCT CASE WHEN e:Use THEN e.id ELSE null END) AS uses,
     count(DISTINCT c.id) AS asserted, collect(DISTINCT speaker) AS speakers
WHERE NOT EXISTS { MATCH (w)<-[:SUBTYPE_OF*0..]-(:WeaponType)<-[:OF_TYPE|EXAMINES|IS_A*1..2]-(f:Event)<-[:ABOUT]-(y:Claim)
  WHERE (f:Finding OR f.form IN ['seized', 'captured']) AND y.side = 'for' AND (y.taken_back IS NULL OR y.taken_back > $as_of)
    AND ($as_of IS NULL OR y.known_from <= $as_of) // :with as_of
}
RETURN w.name AS weapon, shipments AS shipments, uses AS uses, asserted AS asserted, speakers AS speakers, w.id AS weapon_type
ORDER BY asserted DESC, weapon_type;
// :graph
MATCH (e:Event)-[:OF_TYPE]->(w:WeaponType)
WHERE (e:Shipment OR e:Use) AND coalesce(e.stage, 'delivered') IN ['delivered', 'under-way']
MATCH (w)-[:SUBTYPE_OF*0..]->(b:WeaponType)
WHERE b.id = coalesce($weapon, w.id)
MATCH (e)<-[:PART_OF_EVENT*0..]-(:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side = 'for' AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
WITH DISTINCT e, w
WHERE NOT EXISTS { MATCH (w)<-[:SUBTYPE_OF*0..]-(:WeaponType)<-[:OF_TYPE|EXAMINES|IS_A*1..2]-(f:Event)<-[:ABOUT]-(x:Claim) WHERE (f:Finding OR f.form IN ['seized', 'captured']) AND x.side = 'for' AND (x.taken_back IS NULL OR x.taken_back > $as_of) AND ($as_of IS NULL OR x.known_from <= $as_of) }
MATCH p = (e)-[:OF_TYPE]->(w)
OPTIONAL MATCH a = (e)-[:DELIVERED|USED|RECEIVED_BY|AGAINST]-(:Actor)
RETURN p, a;
