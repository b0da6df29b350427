// Which weapon types are alleged to be delivered or used, but were never found?
// :title-de Welche Waffentypen sollen geliefert oder eingesetzt worden sein, wurden aber nie gefunden?
// :asked   weapons without physical proof; nothing was found; nie gefundene Waffen; Waffen ohne Fund
// :about   One row per weapon type of a use, or of a shipment said to be delivered or under way, that somebody asserts and
//          of which no finding, of itself or of a subtype, is claimed. A finding of the broader category does not count.
//          Not found is not the same as not there: nobody may have looked.
// :param   weapon id<WeaponType>? = null   only this weapon type and its subtypes
// :param   as_of date? = null   only what was published on or before this day
// :returns weapon str, shipments int, uses int, asserted int, speakers list<str>, weapon_type str
// :key     weapon_type
// :order   asserted desc, weapon_type
// :table   weapon, shipments, uses, asserted, speakers
// :tags    weapons, evidence, quality
MATCH (e:Event)-[:OF_TYPE]->(w:WeaponType)
WHERE (e:Shipment AND e.stage IN ['delivered', 'under-way']) OR e:Use
MATCH (w)-[:SUBTYPE_OF*0..6]->(b:WeaponType) // :with weapon
WHERE b.id = coalesce($weapon, w.id) // :with weapon
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE c.side = 'for'
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
WITH w, e, c, coalesce(c.speaker_name, '?') AS speaker ORDER BY speaker
WITH w, count(DISTINCT CASE WHEN e:Shipment THEN e.id ELSE null END) AS shipments, count(DISTINCT CASE WHEN e:Use THEN e.id ELSE null END) AS uses,
     count(c) AS asserted, collect(DISTINCT speaker) AS speakers
WHERE NOT EXISTS { MATCH (w)<-[:SUBTYPE_OF*0..6]-(:WeaponType)<-[:OF_TYPE]-(:Finding)<-[:ABOUT]-(x:Claim)
  WHERE $as_of IS NULL OR x.known_from <= $as_of // :with as_of
}
RETURN w.name AS weapon, shipments AS shipments, uses AS uses, asserted AS asserted, speakers AS speakers, w.id AS weapon_type
ORDER BY asserted DESC, weapon_type;
// :graph
MATCH (e:Event)-[:OF_TYPE]->(w:WeaponType)
WHERE (e:Shipment AND e.stage IN ['delivered', 'under-way']) OR e:Use
MATCH (w)-[:SUBTYPE_OF*0..6]->(b:WeaponType)
WHERE b.id = coalesce($weapon, w.id)
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE c.side = 'for' AND ($as_of IS NULL OR c.known_from <= $as_of)
WITH DISTINCT e, w
WHERE NOT EXISTS { MATCH (w)<-[:SUBTYPE_OF*0..6]-(:WeaponType)<-[:OF_TYPE]-(:Finding)<-[:ABOUT]-(x:Claim) WHERE $as_of IS NULL OR x.known_from <= $as_of }
MATCH p = (e)-[:OF_TYPE]->(w)
OPTIONAL MATCH a = (e)-[:DELIVERED|USED|RECEIVED_BY|AGAINST]-(:Actor)
RETURN p, a;
