// Which weapons and parts are said to be made by whom?
// :title-de Welche Waffen und Teile sollen von wem stammen?
// :asked   components; parts; who makes the drones; manufacturer; made by; foreign components; Bauteile; Komponenten;
//          Hersteller; wer baut die Drohnen; factory; where are they made; licence production; components by maker
// :about   One row per weapon type, part or single thing and what says who makes it. basis is 'held' for a maker that
//          the facts hold as certain, of what some claim speaks of, 'production' for a production and 'relation' for a
//          relation that somebody claims; component_of is what it is a part of. claims counts who asserts or expects it,
//          against who denies it, doubtful who doubts it or cannot confirm it; remarks and what was taken back are left
//          out, and so is a production or relation of which nothing is left.
// :param   maker id<Actor>? = null   only what this actor makes
// :param   as_of date? = null   only what was published on or before this day
// :returns goods str, maker list<str>, country list<str>, component_of list<str>, basis str, form str?, place list<str>, claims int, against int, doubtful int, item str, source str
// :key     item, source
// :order   goods, item, source
// :table   goods, maker, component_of, basis, place, claims
// :drawing network
// :tags    weapons, makers
MATCH (w)-[:MADE_BY|OF_TYPE|SUBJECT_OF]-(x)
WHERE (w:WeaponType OR w:Item) AND (x:Actor OR x:Production OR (x:Relation AND x.relation IN ['made-by', 'component-of', 'part-of']))
OPTIONAL MATCH (x)<-[:ABOUT]-(c:Claim)
WHERE NOT x:Actor AND c.side IN ['for', 'ahead', 'against', 'doubt']
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
WITH w, x, EXISTS { MATCH (w)<-[:ABOUT|MENTIONS]-(m:Claim)
    WHERE ($as_of IS NULL OR m.known_from <= $as_of) // :with as_of
  } OR EXISTS { MATCH (w)<-[:OF_TYPE|EXAMINES]-(:Event)<-[:ABOUT]-(n:Claim)
    WHERE ($as_of IS NULL OR n.known_from <= $as_of) // :with as_of
  } AS spoken_of,
     count(DISTINCT CASE WHEN c.side IN ['for', 'ahead'] THEN c.id ELSE null END) AS claims, count(DISTINCT CASE WHEN c.side = 'against' THEN c.id ELSE null END) AS against, count(DISTINCT CASE WHEN c.side = 'doubt' THEN c.id ELSE null END) AS doubtful
WHERE (x:Actor AND spoken_of) OR claims + against + doubtful > 0
OPTIONAL MATCH (p:Actor)-[:PRODUCED]->(x)
WITH w, x, claims, against, doubtful, p ORDER BY p.name
WITH w, x, claims, against, doubtful, collect(DISTINCT p.name) AS producers, collect(DISTINCT p.id) AS producer_ids
OPTIONAL MATCH (x)-[:HAS_OBJECT]->(o)
WITH w, x, claims, against, doubtful, producers, producer_ids, o ORDER BY o.name
WITH w, x, claims, against, doubtful, producers, producer_ids, collect(DISTINCT CASE WHEN x.relation = 'made-by' THEN o.name ELSE null END) AS makers, collect(DISTINCT CASE WHEN x.relation = 'made-by' THEN o.id ELSE null END) AS maker_ids, collect(DISTINCT CASE WHEN x.relation <> 'made-by' THEN o.name ELSE null END) AS wholes
OPTIONAL MATCH (w)-[:COMPONENT_OF]->(u)
WITH w, x, claims, against, doubtful, producers, producer_ids, makers, maker_ids, wholes, u ORDER BY u.name
WITH w, x, claims, against, doubtful, CASE WHEN x:Actor THEN [x.name] ELSE producers + makers END AS maker, CASE WHEN x:Actor THEN [x.id] ELSE producer_ids + maker_ids END AS maker_ids, wholes, collect(DISTINCT u.name) AS held
WHERE $maker IS NULL OR $maker IN maker_ids // :with maker
OPTIONAL MATCH (w)-[:MADE_IN]->(y:State)
WITH w, x, claims, against, doubtful, maker, wholes, held, y ORDER BY y.name
WITH w, x, claims, against, doubtful, maker, wholes, held, collect(DISTINCT y.name) AS country
OPTIONAL MATCH (x)-[:AT]->(pl:Place)
WITH w, x, claims, against, doubtful, maker, wholes, held, country, pl ORDER BY pl.name
WITH w, x, claims, against, doubtful, maker, wholes, held, country, collect(DISTINCT pl.name) AS place
RETURN w.name AS goods, maker AS maker, country AS country, held + [whole IN wholes WHERE NOT whole IN held] AS component_of, CASE WHEN x:Actor THEN 'held' WHEN x:Production THEN 'production' ELSE 'relation' END AS basis, x.form AS form, place AS place, claims AS claims, against AS against, doubtful AS doubtful, w.id AS item, x.id AS source
ORDER BY goods, item, source;
// :graph
MATCH p = (w)-[:MADE_BY|OF_TYPE|SUBJECT_OF]-(x)
WHERE (w:WeaponType OR w:Item) AND (x:Actor OR x:Production OR (x:Relation AND x.relation IN ['made-by', 'component-of', 'part-of'])) AND ($maker IS NULL OR x.id = $maker OR EXISTS { MATCH (:Actor {id: $maker})-[:PRODUCED]->(x) } OR EXISTS { MATCH (x)-[:HAS_OBJECT]->(:Actor {id: $maker}) }) AND (EXISTS { MATCH (w)<-[:ABOUT|MENTIONS]-(m:Claim) WHERE ($as_of IS NULL OR m.known_from <= $as_of) } OR EXISTS { MATCH (w)<-[:OF_TYPE|EXAMINES]-(:Event)<-[:ABOUT]-(n:Claim) WHERE ($as_of IS NULL OR n.known_from <= $as_of) } OR NOT x:Actor)
OPTIONAL MATCH q = (x)<-[:ABOUT]-(c:Claim)
WHERE NOT x:Actor AND c.side IN ['for', 'ahead', 'against', 'doubt'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
OPTIONAL MATCH r = (:Actor)-[:PRODUCED]->(x)
OPTIONAL MATCH s = (x)-[:HAS_OBJECT]->()
RETURN p, q, r, s;
