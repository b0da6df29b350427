// Who is said to have moved what on which ship or aircraft?
// :title-de Wer soll was auf welchem Schiff oder Flugzeug bewegt haben?
// :asked   which ships carried the weapons; which aircraft carried it; cargo aircraft; names of ships and aircraft;
//          auf welchem Flugzeug; Flugzeuge; Frachtflugzeuge; Namen der Schiffe und Flugzeuge
// :about   One row per ship or aircraft and what it is said to have done: a shipment aboard, or a voyage or flight; goods
//          are those that it is said to have carried, where a text says so. numbers are its identifiers; departed and
//          arrived have the time of day where a text gives it, and are the period where the event has none. claims
//          counts who asserts or expects it, against who denies it, doubtful who doubts it or cannot confirm it;
//          remarks and what was taken back are left out.
// :param   vessel id<Actor>? = null   only this ship or aircraft
// :param   as_of date? = null   only what was published on or before this day
// :returns vessel str, numbers list<str>, supplier list<str>, recipient list<str>, what str, goods str?, origin list<str>, destination list<str>, operator list<str>, departed span?, arrived span?, period span?, stage str?, claims int, against int, doubtful int, event str, craft str
// :key     craft, event
// :order   vessel, craft, event
// :table   vessel, what, goods, origin, destination, period
// :drawing network
// :tags    shipments, routes, vessels
MATCH (v:Actor)-[:TRAVELLED|ABOARD]-(e:Event)
WHERE (v:Vessel OR v:Aircraft) AND (e:Shipment OR e:Voyage)
  AND ($vessel IS NULL OR v.id = $vessel) // :with vessel
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead', 'against', 'doubt']
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
WITH v, e, count(DISTINCT CASE WHEN c.side IN ['for', 'ahead'] THEN c.id ELSE null END) AS claims, count(DISTINCT CASE WHEN c.side = 'against' THEN c.id ELSE null END) AS against, count(DISTINCT CASE WHEN c.side = 'doubt' THEN c.id ELSE null END) AS doubtful
OPTIONAL MATCH (e)-[:CARRIED_GOODS_OF]->(cargo:Event)
WITH v, e, claims, against, doubtful, cargo ORDER BY cargo.id
WITH v, e, claims, against, doubtful, collect(DISTINCT cargo.goods) AS carried, collect(cargo.id) AS cargoes
OPTIONAL MATCH (a:Actor)-[:DELIVERED]->(s:Shipment)
WHERE s.id = e.id OR s.id IN cargoes
WITH v, e, claims, against, doubtful, carried, cargoes, a ORDER BY a.name
WITH v, e, claims, against, doubtful, carried, cargoes, collect(DISTINCT a.name) AS supplier
OPTIONAL MATCH (s:Shipment)-[:RECEIVED_BY]->(b:Actor)
WHERE s.id = e.id OR s.id IN cargoes
WITH v, e, claims, against, doubtful, carried, supplier, b ORDER BY b.name
WITH v, e, claims, against, doubtful, carried, supplier, collect(DISTINCT b.name) AS recipient
OPTIONAL MATCH (e)-[:LEFT_FROM]->(o:Place)
WITH v, e, claims, against, doubtful, carried, supplier, recipient, o ORDER BY o.name
WITH v, e, claims, against, doubtful, carried, supplier, recipient, collect(o.name) AS origin
OPTIONAL MATCH (e)-[:BOUND_FOR]->(d:Place)
WITH v, e, claims, against, doubtful, carried, supplier, recipient, origin, d ORDER BY d.name
WITH v, e, claims, against, doubtful, carried, supplier, recipient, origin, collect(d.name) AS destination
OPTIONAL MATCH (w:Actor)-[:OPERATED|CARRIED]->(e)
WITH v, e, claims, against, doubtful, carried, supplier, recipient, origin, destination, w ORDER BY w.name
WITH v, e, claims, against, doubtful, carried, supplier, recipient, origin, destination, collect(DISTINCT w.name) AS operator
RETURN v.name AS vessel, coalesce(v.identifiers, []) AS numbers, supplier AS supplier, recipient AS recipient, e.name AS what, CASE WHEN size(carried) > 0 THEN reduce(all_of = head(carried), one IN tail(carried) | all_of + '; ' + one) ELSE e.goods END AS goods, origin AS origin, destination AS destination, operator AS operator, e.left_text AS departed, e.arrived_text AS arrived, coalesce(e.period_text, CASE WHEN e.left_from = e.arrived_to THEN toString(e.left_from) ELSE toString(e.left_from) + '/' + toString(e.arrived_to) END, e.left_text, e.arrived_text) AS period, e.stage AS stage, claims AS claims, against AS against, doubtful AS doubtful, e.id AS event, v.id AS craft
ORDER BY vessel, craft, event;
// :graph
MATCH p = (v:Actor)-[:TRAVELLED|ABOARD]-(e:Event)
WHERE (v:Vessel OR v:Aircraft) AND (e:Shipment OR e:Voyage) AND ($vessel IS NULL OR v.id = $vessel)
MATCH q = (e)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead', 'against', 'doubt'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
OPTIONAL MATCH r = (e)-[:CARRIED_GOODS_OF]->(:Event)
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
RETURN p, q, r, s;
