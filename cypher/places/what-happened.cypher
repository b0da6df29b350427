// What is said to have happened where?
// :title-de Was soll wo geschehen sein?
// :asked   events at a place; what took place there; incidents by location; Ereignisse an einem Ort; was geschah
//          dort; was ist dort passiert; what is said about a place; was wird über einen Ort gesagt
// :about   One row per place and event: the event is placed there, a voyage starts or ends there, or a claim that asserts
//          or expects it is. placed_by counts such claims; asserted, denied and questioned count all claims about the
//          event, as 'ledger' does. stage is how far it is said to have come, empty where it is said to have happened,
//          and 'expected' where nobody says more than that it will.
// :param   place id<Place>? = null   only this place and those within it
// :param   as_of date? = null   only what was published on or before this day
// :returns place_name str, name str, kind str, period span?, stage str?, placed_by int, asserted int, denied int, questioned int, place str, event str
// :key     place, event
// :order   place, event
// :table   place_name, name, stage, placed_by, asserted, denied
// :drawing map
// :tags    places, events
MATCH (whole:Place) // :with place
WHERE $place IS NULL OR whole.id = $place // :with place
MATCH (whole)<-[:WITHIN*0..]-(pl:Place) // :with place
WITH DISTINCT pl // :with place
MATCH (pl:Place)<-[:AT|LEFT_FROM|BOUND_FOR|LOCATES_AT]-(n)-[:ABOUT*0..1]->(e:Event)
WHERE n:Event OR (n.side IN ['for', 'ahead'] AND (n.taken_back IS NULL OR n.taken_back > $as_of))
WITH pl, e, n // :with as_of
WHERE n:Event OR $as_of IS NULL OR n.known_from <= $as_of // :with as_of
WITH pl, e, n
WHERE n:Event OR n.root OR EXISTS { MATCH (n)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR n.relays_from > $as_of // :with as_of
WITH pl, e, count(DISTINCT CASE WHEN n:Claim THEN n.id ELSE null END) AS placed_by
WITH pl, e, placed_by
WHERE EXISTS { MATCH (e)<-[:PART_OF_EVENT*0..]-(:Event)<-[:ABOUT]-(k:Claim)
    WHERE $as_of IS NULL OR k.known_from <= $as_of // :with as_of
  }
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
WITH e, pl, placed_by, count(DISTINCT CASE WHEN x.side = 'against' THEN x.id ELSE null END) AS denied,
     count(DISTINCT CASE WHEN x.side = 'doubt' THEN x.id ELSE null END) AS doubted,
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
WITH e, pl, placed_by, denied, doubted, count(DISTINCT CASE WHEN c.side <> 'for' OR c.speaker_id IN doubters THEN null ELSE c.id END) AS asserted,
     count(DISTINCT CASE WHEN c.side = 'for' AND c.speaker_id IN doubters THEN c.id ELSE null END) AS wavering,
     count(DISTINCT CASE WHEN c.side = 'ahead' THEN c.id ELSE null END) AS ahead
WHERE denied + doubted + asserted + wavering + ahead > 0
RETURN pl.name AS place_name, e.name AS name, toLower([l IN labels(e) WHERE NOT l IN ['Event', 'Kg']][0]) AS kind, e.period_text AS period, CASE WHEN ahead > 0 AND asserted + wavering = 0 AND coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'] THEN 'expected' ELSE e.stage END AS stage, placed_by AS placed_by, asserted AS asserted, denied AS denied, doubted + wavering AS questioned, pl.id AS place, e.id AS event
ORDER BY place, event;
// :graph
MATCH (whole:Place)
WHERE $place IS NULL OR whole.id = $place
MATCH (whole)<-[:WITHIN*0..]-(pl:Place)
WITH DISTINCT pl
MATCH (pl)<-[:AT|LEFT_FROM|BOUND_FOR|LOCATES_AT]-(n)-[:ABOUT*0..1]->(e:Event)
WHERE n:Event OR (n.side IN ['for', 'ahead'] AND (n.taken_back IS NULL OR n.taken_back > $as_of) AND ($as_of IS NULL OR n.known_from <= $as_of))
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
WITH DISTINCT pl, n, e
MATCH (pl)<-[p:AT|LEFT_FROM|BOUND_FOR|LOCATES_AT]-(n)
OPTIONAL MATCH (n)-[q:ABOUT]->(e)
OPTIONAL MATCH (pl)-[w:WITHIN]->(larger:Place)
RETURN pl, n, e, p, q, w, larger;
