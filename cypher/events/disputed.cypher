// Which events are asserted by some and denied or doubted by others?
// :title-de Welche Ereignisse behaupten die einen und bestreiten oder bezweifeln die anderen?
// :asked   disputed events; what is contested; who disagrees; umstrittene Ereignisse; was ist strittig; Aussage gegen
//          Aussage; wo steht Aussage gegen Aussage
// :about   One row per event that somebody asserts, or a part of it, and that somebody denies, doubts or does not
//          confirm as a whole: in words on it or on a larger event, or in answer to who asserts it. Who both asserts it
//          and does not confirm it is in questioned_by alone. in_part names who denies a part of it, or denies or
//          doubts one side of it such as how-many, with that in brackets; this alone makes no row. Remarks, and claims
//          that were taken back or only pass on such a one, are left out. stage tells what is only planned or expected.
// :param   as_of date? = null   only what was published on or before this day
// :returns event str, name str, stage str?, asserted_by list<str>, denied_by list<str>, questioned_by list<str>, in_part list<str>
// :key     event
// :order   event
// :table   name, stage, asserted_by, denied_by, questioned_by
// :drawing answers
// :tags    events, denials
MATCH (e:Event)-[:PART_OF_EVENT*0..]->(:Event)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(x:Claim)
// who denies or doubts all of it: in words on it or on a larger event, or in answer to who says so
WHERE x.side IN ['against', 'doubt'] AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND (x.taken_back IS NULL OR x.taken_back > $as_of)
  AND ($as_of IS NULL OR (x.known_from <= $as_of AND t.known_from <= $as_of)) // :with as_of
  AND (x.root OR EXISTS { MATCH (x)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR x.relays_from > $as_of // :with as_of
  )
WITH e, x, coalesce(x.speaker_name, '?') AS speaker ORDER BY e.id, speaker
WITH e, collect(DISTINCT CASE WHEN x.side = 'against' THEN speaker ELSE null END) AS denied_by,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN speaker ELSE null END) AS questioned_by,
     collect(DISTINCT CASE WHEN x.side = 'against' THEN x.id ELSE null END) AS denials,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.speaker_id ELSE null END) AS doubters
// who says that it happened, or that a part of it did; whoever doubts it as well does not confirm it
MATCH (e)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side = 'for' AND (p.id = e.id OR coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'])
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
WITH e, denied_by, questioned_by, denials, doubters, c, coalesce(c.speaker_name, '?') AS speaker ORDER BY e.id, speaker
WITH e, denied_by, questioned_by, denials, collect(DISTINCT CASE WHEN c.speaker_id IN doubters THEN null ELSE speaker END) AS asserted_by
// who denies a part of it, or denies or doubts only one side of it
OPTIONAL MATCH (e)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(y:Claim)
WHERE (y.side = 'against' OR (y.side = 'doubt' AND p.id = e.id)) AND y.facet <> CASE WHEN p.id = e.id THEN 'whole' ELSE 'how-many' END AND (y.id = t.id OR t.side IN ['for', 'ahead'])
  AND (y.taken_back IS NULL OR y.taken_back > $as_of)
  AND ($as_of IS NULL OR (y.known_from <= $as_of AND t.known_from <= $as_of)) // :with as_of
  AND (y.root OR EXISTS { MATCH (y)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR y.relays_from > $as_of // :with as_of
  )
WITH e, asserted_by, denied_by, questioned_by, CASE WHEN y.id IN denials THEN null ELSE coalesce(y.speaker_name, '?') + ' (' + CASE WHEN p.id = e.id THEN y.facet ELSE p.name END + ')' END AS narrower
ORDER BY e.id, narrower
WITH e, asserted_by, denied_by, questioned_by, collect(DISTINCT narrower) AS in_part
RETURN e.id AS event, e.name AS name, e.stage AS stage, asserted_by AS asserted_by, denied_by AS denied_by, questioned_by AS questioned_by, in_part AS in_part
ORDER BY event;
// :graph
MATCH (e:Event)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side = 'for' AND (p.id = e.id OR coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'])
  AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
WITH DISTINCT e
MATCH (e)-[:PART_OF_EVENT*0..]->(l:Event)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(x:Claim)
WHERE x.side IN ['against', 'doubt'] AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND (x.taken_back IS NULL OR x.taken_back > $as_of) AND ($as_of IS NULL OR (x.known_from <= $as_of AND t.known_from <= $as_of))
OPTIONAL MATCH (x)-[:ABOUT]->(o:Event)
WITH DISTINCT e, l, o
MATCH way = (e)-[:PART_OF_EVENT*0..]->(l)
// the claim of an edge is looked up, not the edge of a claim: an event has as many edges as claims
OPTIONAL MATCH said = (o)-[z:DENIED_BY|QUESTIONED_BY]->(:Actor), (x:Claim {id: z.claim})-[:ANSWERS*0..1]->(t:Claim)-[:ABOUT]->(l)
WHERE x.side IN ['against', 'doubt'] AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND (x.taken_back IS NULL OR x.taken_back > $as_of) AND ($as_of IS NULL OR (x.known_from <= $as_of AND t.known_from <= $as_of))
RETURN way, said
UNION
MATCH (e:Event)-[:PART_OF_EVENT*0..]->(l:Event)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(x:Claim)
WHERE x.side IN ['against', 'doubt'] AND x.facet = 'whole' AND (x.id = t.id OR t.side IN ['for', 'ahead'])
  AND (x.taken_back IS NULL OR x.taken_back > $as_of) AND ($as_of IS NULL OR (x.known_from <= $as_of AND t.known_from <= $as_of))
WITH DISTINCT e
MATCH (e)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side = 'for' AND (p.id = e.id OR coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'])
  AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
WITH DISTINCT e, p
MATCH way = (e)<-[:PART_OF_EVENT*0..]-(p)
OPTIONAL MATCH said = (p)-[y:CLAIMED_BY]->(:Actor), (c:Claim {id: y.claim})
WHERE c.side = 'for' AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
RETURN way, said;
