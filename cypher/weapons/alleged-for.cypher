// Which weapon types is an actor said to have supplied, received or used?
// :title-de Welche Waffentypen soll ein Akteur geliefert, erhalten oder eingesetzt haben?
// :asked   weapons of an actor; which weapons did it supply, receive or use; Waffen eines Akteurs; welche Waffen hat
//          einer
// :about   One row per actor, role and weapon type: supplied, received, used, or targeted by. Shipments that are only
//          wanted, negotiated or ordered are left out. asserted, denied and questioned count claims about those
//          events; a weapon named without an event is left out.
// :param   actor id<Actor>? = null   only this actor
// :param   weapon id<WeaponType>? = null   only this weapon type and its subtypes
// :param   as_of date? = null   only what was published on or before this day
// :returns name str, role str, weapon str, asserted int, denied int, questioned int, events list<str>, actor str, weapon_type str
// :key     actor, role, weapon_type
// :order   actor, role, asserted desc, weapon_type
// :table   name, role, weapon, asserted, denied, questioned
// :tags    weapons, actors
MATCH (a:Actor)
WHERE $actor IS NULL OR a.id = $actor // :with actor
MATCH (a)-[r:DELIVERED|RECEIVED_BY|USED|AGAINST]-(e:Event)-[:OF_TYPE]->(w:WeaponType)
WHERE coalesce(e.stage, 'delivered') IN ['delivered', 'under-way']
MATCH (w)-[:SUBTYPE_OF*0..6]->(b:WeaponType) // :with weapon
WHERE b.id = coalesce($weapon, w.id) // :with weapon
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of // :with as_of
WITH a, w, e, type(r) AS edge, c.side AS side, count(c) AS number
ORDER BY e.id
WITH a, w, CASE edge WHEN 'DELIVERED' THEN 'supplied' WHEN 'RECEIVED_BY' THEN 'received' WHEN 'USED' THEN 'used' ELSE 'targeted by' END AS role, collect(DISTINCT e.id) AS events,
     sum(CASE WHEN side IN ['for', 'ahead'] THEN number ELSE 0 END) AS asserted,
     sum(CASE WHEN side = 'against' THEN number ELSE 0 END) AS denied,
     sum(CASE WHEN side = 'doubt' THEN number ELSE 0 END) AS questioned
RETURN a.name AS name, role AS role, w.name AS weapon, asserted AS asserted, denied AS denied, questioned AS questioned, events AS events, a.id AS actor, w.id AS weapon_type
ORDER BY actor, role, asserted DESC, weapon_type;
// :graph
MATCH (a:Actor)
WHERE $actor IS NULL OR a.id = $actor
MATCH p = (a)-[:DELIVERED|RECEIVED_BY|USED|AGAINST]-(e:Event)-[:OF_TYPE]->(w:WeaponType)
WHERE coalesce(e.stage, 'delivered') IN ['delivered', 'under-way']
MATCH (w)-[:SUBTYPE_OF*0..6]->(b:WeaponType)
WHERE b.id = coalesce($weapon, w.id)
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of
RETURN p;
