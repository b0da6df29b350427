// Which weapon types were physically found or examined, by whom, and what do they show?
// :title-de Welche Waffentypen wurden gefunden oder untersucht, von wem, und was zeigen sie?
// :asked   weapons that were found; found on the battlefield; examined weapons; gefundene Waffen; untersuchte Waffen
// :about   One row per finding and weapon type. supports names the events that it is said to show; asserted, denied and
//          questioned count the claims about the finding. Weapons of which nothing was found are in 'never-found'.
// :param   weapon id<WeaponType>? = null   only this weapon type and its subtypes
// :param   as_of date? = null   only what was published on or before this day
// :returns weapon str, name str, found_by str?, places list<str>, supports list<str>, asserted int, denied int, questioned int, finding str, weapon_type str
// :key     finding, weapon_type
// :order   weapon_type, finding
// :table   weapon, name, found_by, supports, asserted
// :tags    weapons, evidence
MATCH (f:Finding)-[:OF_TYPE]->(w:WeaponType)
MATCH (w)-[:SUBTYPE_OF*0..6]->(b:WeaponType) // :with weapon
WHERE b.id = coalesce($weapon, w.id) // :with weapon
MATCH (f)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of // :with as_of
WITH f, w, c.side AS side, count(c) AS number
WITH f, w, sum(CASE WHEN side IN ['for', 'ahead'] THEN number ELSE 0 END) AS asserted,
     sum(CASE WHEN side = 'against' THEN number ELSE 0 END) AS denied,
     sum(CASE WHEN side = 'doubt' THEN number ELSE 0 END) AS questioned
OPTIONAL MATCH (f)-[:FOUND_BY]->(a:Actor)
OPTIONAL MATCH (f)-[:SUPPORTS]->(e:Event)
WITH f, w, asserted, denied, questioned, a, e ORDER BY e.id
WITH f, w, asserted, denied, questioned, a, collect(e.id) AS supports
OPTIONAL MATCH (f)-[:AT]->(pl:Place)
WITH f, w, asserted, denied, questioned, a, supports, pl ORDER BY pl.name
WITH f, w, asserted, denied, questioned, a, supports, collect(pl.name) AS places
RETURN w.name AS weapon, f.name AS name, a.name AS found_by, places AS places, supports AS supports, asserted AS asserted, denied AS denied, questioned AS questioned, f.id AS finding, w.id AS weapon_type
ORDER BY weapon_type, finding;
// :graph
MATCH p = (f:Finding)-[:OF_TYPE]->(w:WeaponType)
MATCH (w)-[:SUBTYPE_OF*0..6]->(b:WeaponType)
WHERE b.id = coalesce($weapon, w.id)
MATCH q = (f)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of
OPTIONAL MATCH a = (f)-[:FOUND_BY]->(:Actor)
OPTIONAL MATCH s = (f)-[:SUPPORTS]->(:Event)
OPTIONAL MATCH l = (f)-[:AT]->(:Place)
OPTIONAL MATCH u = (c)-[:SAID_BY]->(:Actor)
RETURN p, q, a, s, l, u;
