// Which weapon types were physically found or examined, by whom, and what do they show?
// :title-de Welche Waffentypen wurden gefunden oder untersucht, von wem, und was zeigen sie?
// :asked   weapons that were found; found on the battlefield; examined weapons; gefundene Waffen; untersuchte Waffen
// :about   One row per finding and weapon type, be it one that the finding is of or that of a single thing which was
//          examined. supports names the events that it is said to show; asserted, denied and
//          questioned count the claims about the finding, as 'ledger' does. Weapons of which nothing was found are in
//          'never-found'.
// :param   weapon id<WeaponType>? = null   only this weapon type and its subtypes
// :param   as_of date? = null   only what was published on or before this day
// :returns weapon str, name str, stage str?, found_by str?, places list<str>, supports list<str>, asserted int, denied int, questioned int, finding str, weapon_type str
// :key     finding, weapon_type
// :order   weapon_type, finding
// :table   weapon, name, stage, found_by, supports, asserted
// :drawing network
// :tags    weapons, evidence
MATCH (f:Finding)-[:OF_TYPE|EXAMINES|IS_A*1..2]->(w:WeaponType)
MATCH (w)-[:SUBTYPE_OF*0..]->(b:WeaponType) // :with weapon
WHERE b.id = coalesce($weapon, w.id) // :with weapon
WITH DISTINCT f, w
WHERE EXISTS { MATCH (f)<-[:PART_OF_EVENT*0..]-(:Event)<-[:ABOUT]-(k:Claim)
    WHERE $as_of IS NULL OR k.known_from <= $as_of // :with as_of
  }
// who denies or doubts all of it: in words on it or on a larger event, or in answer to who says so
OPTIONAL MATCH (f)-[:PART_OF_EVENT*0..]->(:Event)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(x:Claim)
WHERE x.side IN ['against', 'doubt'] AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND (x.taken_back IS NULL OR x.taken_back > $as_of)
  AND ($as_of IS NULL OR (x.known_from <= $as_of AND t.known_from <= $as_of)) // :with as_of
  AND (x.root OR EXISTS { MATCH (x)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR x.relays_from > $as_of // :with as_of
  )
WITH f, w, count(DISTINCT CASE WHEN x.side = 'against' THEN x.id ELSE null END) AS denied,
     count(DISTINCT CASE WHEN x.side = 'doubt' THEN x.id ELSE null END) AS doubted,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.speaker_id ELSE null END) AS doubters
// who says that it happened, or that a part of it did; whoever doubts it as well does not confirm it
OPTIONAL MATCH (f)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead'] AND (p.id = f.id OR (c.side = 'for' AND (coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(f.stage, 'delivered') IN ['delivered', 'under-way'])))
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
WITH f, w, denied, doubted, count(DISTINCT CASE WHEN c.side <> 'for' OR c.speaker_id IN doubters THEN null ELSE c.id END) AS asserted,
     count(DISTINCT CASE WHEN c.side = 'for' AND c.speaker_id IN doubters THEN c.id ELSE null END) AS wavering,
     count(DISTINCT CASE WHEN c.side = 'ahead' THEN c.id ELSE null END) AS ahead
WHERE denied + doubted + asserted + wavering + ahead > 0
WITH f, w, asserted AS asserted, denied AS denied, doubted + wavering AS questioned, CASE WHEN ahead > 0 AND asserted + wavering = 0 AND coalesce(f.stage, 'delivered') IN ['delivered', 'under-way'] THEN 'expected' ELSE f.stage END AS stage
OPTIONAL MATCH (f)-[:FOUND_BY]->(a:Actor)
OPTIONAL MATCH (f)-[:SUPPORTS]->(e:Event)
WITH f, w, asserted, denied, questioned, stage, a, e ORDER BY e.id
WITH f, w, asserted, denied, questioned, stage, a, collect(e.id) AS supports
OPTIONAL MATCH (f)-[:AT]->(pl:Place)
WITH f, w, asserted, denied, questioned, stage, a, supports, pl ORDER BY pl.name
WITH f, w, asserted, denied, questioned, stage, a, supports, collect(pl.name) AS places
RETURN w.name AS weapon, f.name AS name, stage AS stage, a.name AS found_by, places AS places, supports AS supports, asserted AS asserted, denied AS denied, questioned AS questioned, f.id AS finding, w.id AS weapon_type
ORDER BY weapon_type, finding;
// :graph
MATCH p = (f:Finding)-[:OF_TYPE]->(w:WeaponType)
MATCH (w)-[:SUBTYPE_OF*0..]->(b:WeaponType)
WHERE b.id = coalesce($weapon, w.id)
MATCH q = (f)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
OPTIONAL MATCH a = (f)-[:FOUND_BY]->(:Actor)
OPTIONAL MATCH s = (f)-[:SUPPORTS]->(:Event)
OPTIONAL MATCH l = (f)-[:AT]->(:Place)
OPTIONAL MATCH u = (c)-[:SAID_BY]->(:Actor)
RETURN p, q, a, s, l, u;
