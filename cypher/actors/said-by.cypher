// What did one actor say?
// :title-de Was hat ein Akteur gesagt?
// :asked   what does someone say; statements of someone; quotes from someone; was sagt jemand; Aussagen von jemandem;
//          Äusserungen von jemandem; claims by someone
// :about   One row per claim of the actor, alone or with others, or of anyone who is part of it on the day of the
//          speech (members: true). Claims that were taken back are kept here: taken_back is the day on which that was
//          known.
// :param   actor id<Actor>   only this actor
// :param   members bool = false   also those who belong to the actor when they speak, at any depth
// :param   as_of date? = null   only what was published on or before this day
// :example --actor kirby
// :returns said date, said_text span, speaker str, stance str, hedge str, what str, figure str?, topic str, taken_back date?, claim str
// :key     claim
// :order   said, claim
// :table   said, stance, what, figure, claim
// :drawing timeline
// :tags    actors
MATCH (:Actor {id: $actor})<-[office:PART_OF*0..12]-(a:Actor)
WHERE $members OR size(office) = 0
MATCH (a)<-[:SAID_BY]-(c:Claim)-[:ON_TOPIC]->(t:Topic)
WHERE ($as_of IS NULL OR c.known_from <= $as_of) AND all(m IN office WHERE coalesce(m.since_from <= c.said, true) AND coalesce(m.until_to >= c.said, true))
RETURN DISTINCT c.said AS said, c.said_text AS said_text, c.speaker_name AS speaker, c.stance AS stance, c.hedge AS hedge, c.paraphrase AS what, c.how_many AS figure, t.id AS topic, CASE WHEN c.taken_back > $as_of THEN null ELSE c.taken_back END AS taken_back, c.id AS claim
ORDER BY said, claim;
// :graph
MATCH (:Actor {id: $actor})<-[office:PART_OF*0..12]-(a:Actor)
WHERE $members OR size(office) = 0
MATCH p = (a)<-[:SAID_BY]-(c:Claim)-[:ABOUT]->()
WHERE ($as_of IS NULL OR c.known_from <= $as_of) AND all(m IN office WHERE coalesce(m.since_from <= c.said, true) AND coalesce(m.until_to >= c.said, true))
RETURN p;
