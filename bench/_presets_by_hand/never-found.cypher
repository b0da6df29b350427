MATCH (e:Event)-[:OF_TYPE]->(w:WeaponType)
WHERE (e:Shipment AND e.stage IN ['delivered', 'under-way']) OR e:Use
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE c.stance = 'asserts'
WITH w, e, c, coalesce(c.speaker_name, '?') AS speaker ORDER BY speaker
WITH w, count(DISTINCT CASE WHEN e:Shipment THEN e.id ELSE null END) AS shipments, count(DISTINCT CASE WHEN e:Use THEN e.id ELSE null END) AS uses,
     count(c) AS asserted, collect(DISTINCT speaker) AS speakers
WHERE NOT EXISTS { MATCH (w)<-[:SUBTYPE_OF*0..6]-(:WeaponType)<-[:OF_TYPE]-(:Finding)<-[:ABOUT]-(x:Claim) }
RETURN w.name AS weapon, shipments AS shipments, uses AS uses, asserted AS asserted, speakers AS speakers, w.id AS weapon_type
ORDER BY asserted DESC, weapon_type
