// Whose troops or personnel went where, how many, and who says so?
// :title-de Wessen Truppen oder Personal kamen wohin, wie viele, und wer sagt es?
// :asked   troops abroad; soldiers sent; who sent personnel where; Truppenentsendung; entsandte Soldaten; wohin
//          wurden Truppen geschickt; someone's troops; soldiers from someone; troops sent to someone; sent to which
//          country; Truppen eines Akteurs; troops sent by someone; where were troops
//          deployed
// :about   One row per alleged deployment, with its figures and who asserts or expects them; '?' is a speaker that no
//          text names. asserted counts the claims that it happened, or that a part of it did; denied and questioned
//          those that deny it, doubt it or do not confirm it as a whole, in words on it or on a larger event, or in
//          answer to such a claim. Remarks, doubts of one side of it such as how many, and claims that were taken back
//          or only pass on such a one are in no count. The counts are of claims, not of roots. stage is how far it is
//          said to have come, empty where it is said to have happened, and 'expected' where nobody says more than that
//          it will.
// :param   actor id<Actor>? = null   only this actor
// :param   as_of date? = null   only what was published on or before this day
// :returns sender str?, host str?, personnel str, name str, period span?, stage str?, figures list<str>, asserted int, denied int, questioned int, deployment str
// :key     deployment
// :order   sender, host, deployment
// :table   sender, name, stage, figures, asserted, denied
// :drawing map
// :tags    events, deployments
MATCH (e:Deployment)
WHERE EXISTS { MATCH (e)<-[:PART_OF_EVENT*0..]-(:Event)<-[:ABOUT]-(k:Claim)
    WHERE $as_of IS NULL OR k.known_from <= $as_of // :with as_of
  }
  AND ($actor IS NULL OR EXISTS { MATCH (e)-[:SENT|HOSTED_BY]-(:Actor {id: $actor}) }) // :with actor
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
WITH e, count(DISTINCT CASE WHEN x.side = 'against' THEN x.id ELSE null END) AS denied,
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
WITH e, denied, doubted, doubters, p, c ORDER BY c.said, c.id
WITH e, denied, doubted, collect(DISTINCT CASE WHEN p.id = e.id AND c.measure <> 'distance-km' THEN c.how_many + ' (' + coalesce(c.speaker_name, '?') + ')' ELSE null END) AS figures,
     count(DISTINCT CASE WHEN c.side <> 'for' OR c.speaker_id IN doubters THEN null ELSE c.id END) AS asserted,
     count(DISTINCT CASE WHEN c.side = 'for' AND c.speaker_id IN doubters THEN c.id ELSE null END) AS wavering,
     count(DISTINCT CASE WHEN c.side = 'ahead' THEN c.id ELSE null END) AS ahead
WHERE denied + doubted + asserted + wavering + ahead > 0
OPTIONAL MATCH (e)<-[:SENT]-(a:Actor)
OPTIONAL MATCH (e)-[:HOSTED_BY]->(b:Actor)
RETURN a.name AS sender, b.name AS host, e.personnel AS personnel, e.name AS name, e.period_text AS period, CASE WHEN ahead > 0 AND asserted + wavering = 0 AND coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'] THEN 'expected' ELSE e.stage END AS stage, figures AS figures, asserted AS asserted, denied AS denied, doubted + wavering AS questioned, e.id AS deployment
ORDER BY sender, host, deployment;
// :graph
MATCH (e:Deployment)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
WITH DISTINCT e
OPTIONAL MATCH (e)-[:SENT|HOSTED_BY]-(a:Actor)
WITH DISTINCT e, a
WHERE $actor IS NULL OR a.id = $actor
WITH DISTINCT e
OPTIONAL MATCH p = (e)-[:SENT|HOSTED_BY]-(:Actor)
// the claim of an edge is looked up, not the edge of a claim: an event has as many edges as claims
OPTIONAL MATCH s = (e)-[x:CLAIMED_BY|DENIED_BY|QUESTIONED_BY]->(:Actor), (c:Claim {id: x.claim})
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
RETURN e, p, s;
