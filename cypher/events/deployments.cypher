// Whose troops or personnel went where, how many, and who says so?
// :title-de Wessen Truppen oder Personal kamen wohin, wie viele, und wer sagt es?
// :asked   troops abroad; soldiers sent; who sent personnel where; Truppenentsendung; entsandte Soldaten; wohin
//          wurden Truppen geschickt
// :about   One row per alleged deployment, with every figure and its speaker; '?' is a speaker that no text names.
//          asserted, denied and questioned count claims, not roots.
// :param   actor id<Actor>? = null   only this actor
// :param   as_of date? = null   only what was published on or before this day
// :returns sender str?, host str?, personnel str, name str, period span?, figures list<str>, asserted int, denied int, questioned int, deployment str
// :key     deployment
// :order   sender, host, deployment
// :table   sender, host, name, figures, asserted, denied
// :tags    events, deployments
MATCH (e:Deployment)
WHERE $actor IS NULL OR EXISTS { MATCH (e)-[:SENT|HOSTED_BY]-(:Actor {id: $actor}) } // :with actor
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of // :with as_of
WITH e, c ORDER BY c.said, c.id
WITH e, collect(DISTINCT CASE WHEN c.measure <> 'distance-km' THEN c.how_many END + ' (' + coalesce(c.speaker_name, '?') + ')') AS figures,
     sum(CASE WHEN c.side IN ['for', 'ahead'] THEN 1 ELSE 0 END) AS asserted,
     sum(CASE WHEN c.side = 'against' THEN 1 ELSE 0 END) AS denied,
     sum(CASE WHEN c.side = 'doubt' THEN 1 ELSE 0 END) AS questioned
OPTIONAL MATCH (e)<-[:SENT]-(a:Actor)
OPTIONAL MATCH (e)-[:HOSTED_BY]->(b:Actor)
RETURN a.name AS sender, b.name AS host, e.personnel AS personnel, e.name AS name, e.period_text AS period, figures AS figures, asserted AS asserted, denied AS denied, questioned AS questioned, e.id AS deployment
ORDER BY sender, host, deployment;
// :graph
MATCH (e:Deployment)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of
OPTIONAL MATCH (e)<-[:SENT]-(a:Actor)
OPTIONAL MATCH (e)-[:HOSTED_BY]->(b:Actor)
WITH e, c, a, b
WHERE $actor IS NULL OR a.id = $actor OR b.id = $actor
OPTIONAL MATCH p = (e)-[:SENT|HOSTED_BY]-(:Actor)
OPTIONAL MATCH s = (e)-[x:CLAIMED_BY|DENIED_BY|QUESTIONED_BY]->(:Actor)
WHERE x.claim = c.id
RETURN e, p, s;
