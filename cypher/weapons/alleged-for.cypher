// Which weapon types is an actor said to have supplied, received or used?
// :title-de Welche Waffentypen soll ein Akteur geliefert, erhalten oder eingesetzt haben?
// :asked   weapons of an actor; which weapons did it supply, receive or use; Waffen eines Akteurs; welche Waffen hat
//          einer
// :about   One row per actor, role and weapon type: supplied, received, used, produced, stopped (seized, intercepted, shot
//          down or captured) or stopped on the way from, or targeted by. Events that are only wanted, planned,
//          expected, negotiated or ordered are left out. asserted, denied and questioned count claims
//          about those events, each once and as 'ledger' does; a weapon named without an event is left out.
// :param   actor id<Actor>? = null   only this actor
// :param   weapon id<WeaponType>? = null   only this weapon type and its subtypes
// :param   as_of date? = null   only what was published on or before this day
// :returns name str, role str, weapon str, asserted int, denied int, questioned int, events list<str>, actor str, weapon_type str
// :key     actor, role, weapon_type
// :order   actor, role, asserted desc, weapon_type
// :table   name, role, weapon, asserted, denied, questioned
// :drawing network
// :tags    weapons, actors
MATCH (a:Actor)
WHERE $actor IS NULL OR a.id = $actor // :with actor
MATCH (a)-[r:DELIVERED|RECEIVED_BY|USED|PRODUCED|INTERDICTED|AGAINST]-(e:Event)-[:OF_TYPE]->(w:WeaponType)
WHERE coalesce(e.stage, 'delivered') IN ['delivered', 'under-way']
MATCH (w)-[:SUBTYPE_OF*0..]->(b:WeaponType) // :with weapon
WHERE b.id = coalesce($weapon, w.id) // :with weapon
WITH a, w, e, r
WHERE EXISTS { MATCH (e)<-[:PART_OF_EVENT*0..]-(:Event)<-[:ABOUT]-(k:Claim)
    WHERE $as_of IS NULL OR k.known_from <= $as_of // :with as_of
  }
WITH a, w, e, CASE type(r) WHEN 'DELIVERED' THEN 'supplied' WHEN 'RECEIVED_BY' THEN 'received' WHEN 'USED' THEN 'used' WHEN 'PRODUCED' THEN 'produced' WHEN 'INTERDICTED' THEN 'stopped' ELSE CASE WHEN e:Interdiction THEN 'stopped on the way from' ELSE 'targeted by' END END AS role
// who denies or doubts all of it: in words on it or on a larger event, or in answer to who says so
OPTIONAL MATCH (e)-[:PART_OF_EVENT*0..]->(:Event)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(x:Claim)
WHERE x.side IN ['against', 'doubt'] AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND (x.taken_back IS NULL OR x.taken_back > $as_of)
  AND ($as_of IS NULL OR (x.known_from <= $as_of AND t.known_from <= $as_of)) // :with as_of
  AND (x.root OR EXISTS { MATCH (x)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR x.relays_from > $as_of // :with as_of
  )
WITH e, a, w, role, collect(DISTINCT CASE WHEN x.side = 'against' THEN x.id ELSE null END) AS denials,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.id ELSE null END) AS doubts,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.speaker_id ELSE null END) AS doubters
// who says that it happened, or that a part of it did; whoever doubts it as well does not confirm it
OPTIONAL MATCH (e)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead'] AND (p.id = e.id OR (c.side = 'for' AND (coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'])))
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
WITH e, a, w, role, denials, doubts, collect(DISTINCT CASE WHEN c.side <> 'for' OR c.speaker_id IN doubters THEN null ELSE c.id END) AS assertions,
     collect(DISTINCT CASE WHEN c.side = 'for' AND c.speaker_id IN doubters THEN c.id ELSE null END) AS wavering,
     count(DISTINCT CASE WHEN c.side = 'ahead' THEN c.id ELSE null END) AS ahead
WITH a, w, role, e, [id IN assertions | ['asserted', id]] + [id IN denials | ['denied', id]] + [id IN doubts + wavering | ['questioned', id]] AS votes ORDER BY e.id
UNWIND votes AS vote
WITH a, w, role, count(DISTINCT CASE WHEN vote[0] = 'asserted' THEN vote[1] ELSE null END) AS asserted,
     count(DISTINCT CASE WHEN vote[0] = 'denied' THEN vote[1] ELSE null END) AS denied,
     count(DISTINCT CASE WHEN vote[0] = 'questioned' THEN vote[1] ELSE null END) AS questioned,
     collect(DISTINCT e.id) AS events
RETURN a.name AS name, role AS role, w.name AS weapon, asserted AS asserted, denied AS denied, questioned AS questioned, events AS events, a.id AS actor, w.id AS weapon_type
ORDER BY actor, role, asserted DESC, weapon_type;
// :graph
MATCH (a:Actor)
WHERE $actor IS NULL OR a.id = $actor
MATCH p = (a)-[:DELIVERED|RECEIVED_BY|USED|PRODUCED|INTERDICTED|AGAINST]-(e:Event)-[:OF_TYPE]->(w:WeaponType)
WHERE coalesce(e.stage, 'delivered') IN ['delivered', 'under-way']
MATCH (w)-[:SUBTYPE_OF*0..]->(b:WeaponType)
WHERE b.id = coalesce($weapon, w.id)
MATCH (e)<-[:PART_OF_EVENT*0..]-(:Event)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
RETURN p;
