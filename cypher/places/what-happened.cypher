// What is said to have happened where?
// :title-de Was soll wo geschehen sein?
// :asked   events at a place; what took place there; incidents by location; Ereignisse an einem Ort; was geschah
//          dort; was ist dort passiert
// :about   One row per place and event: the event is placed there, or a claim about it is. placed_by counts the claims
//          that name the place themselves; asserted, denied and questioned count all claims about the event.
// :param   place id<Place>? = null   only this place and those within it
// :param   as_of date? = null   only what was published on or before this day
// :returns place_name str, name str, kind str, period span?, placed_by int, asserted int, denied int, questioned int, place str, event str
// :key     place, event
// :order   place, event
// :table   place_name, name, period, placed_by, asserted, denied
// :tags    places, events
MATCH (whole:Place) // :with place
WHERE $place IS NULL OR whole.id = $place // :with place
MATCH (whole)<-[:WITHIN*0..6]-(pl:Place) // :with place
WITH DISTINCT pl // :with place
MATCH (pl:Place)<-[:AT|LOCATES_AT]-(n)-[:ABOUT*0..1]->(e:Event)
WHERE n:Event OR $as_of IS NULL OR n.known_from <= $as_of // :with as_of
WITH pl, e, count(DISTINCT CASE WHEN n:Claim THEN n.id ELSE null END) AS placed_by
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of // :with as_of
WITH pl, e, placed_by, c.side AS side, count(c) AS number
WITH pl, e, placed_by, sum(CASE WHEN side IN ['for', 'ahead'] THEN number ELSE 0 END) AS asserted,
     sum(CASE WHEN side = 'against' THEN number ELSE 0 END) AS denied,
     sum(CASE WHEN side = 'doubt' THEN number ELSE 0 END) AS questioned
RETURN pl.name AS place_name, e.name AS name, toLower([l IN labels(e) WHERE NOT l IN ['Event', 'Kg']][0]) AS kind, e.period_text AS period, placed_by AS placed_by, asserted AS asserted, denied AS denied, questioned AS questioned, pl.id AS place, e.id AS event
ORDER BY place, event;
// :graph
MATCH (whole:Place)
WHERE $place IS NULL OR whole.id = $place
MATCH (whole)<-[:WITHIN*0..6]-(pl:Place)
WITH DISTINCT pl
MATCH (pl)<-[:AT|LOCATES_AT]-(n)-[:ABOUT*0..1]->(e:Event)
WHERE n:Event OR $as_of IS NULL OR n.known_from <= $as_of
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of
MATCH p = (pl)<-[:AT|LOCATES_AT]-(n)
OPTIONAL MATCH q = (n)-[:ABOUT]->(e)
OPTIONAL MATCH w = (pl)-[:WITHIN]->(:Place)
RETURN p, q, w;
