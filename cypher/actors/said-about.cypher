// What is said about an actor?
// :title-de Was wird über einen Akteur gesagt?
// :asked   what do others say about someone; what is said of a state; claims about an actor; was sagt man über
//          jemanden; was heißt es über einen Staat; Behauptungen über einen Akteur
// :about   One row per claim that is about the actor or mentions it, or is about an event in which it is said to have a
//          part, whoever says it, the actor's own denials among them, or says whether its words were said or a document
//          that it published is real; event is empty where the claim is not about an event. Claims that were taken back
//          are kept here: taken_back is the day on which that was known. What is said of those who belong to the actor
//          is not here.
// :param   actor id<Actor>   only this actor
// :param   as_of date? = null   only what was published on or before this day
// :example --actor ir
// :returns said date, said_text span, speaker str?, stance str, what str, figure str?, event str?, taken_back date?, claim str
// :key     claim
// :order   said, claim
// :table   said, speaker, stance, what, figure
// :drawing timeline
// :tags    actors
MATCH (:Actor {id: $actor})-[:DELIVERED|RECEIVED_BY|BROKERED|CARRIED|ABOARD|HANDLED|MEANT_FOR|FINANCED|IN_TRANSIT_THROUGH|TRAVELLED|OPERATED|PAID|PAID_TO|PAID_THROUGH|PRODUCED|LICENSED|DESIGNATED|TARGETS|INTERDICTED|SUBJECT_OF|HAS_OBJECT|SENT|HOSTED_BY|USED|AGAINST|SUFFERED_BY|SIGNED_BY|BETWEEN|INVOLVES|SAID_BY|PUBLISHED_BY*0..1]-(n)<-[:ABOUT|MENTIONS]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of // :with as_of
WITH DISTINCT c
OPTIONAL MATCH (c)-[:ABOUT]->(e:Event)
RETURN c.said AS said, c.said_text AS said_text, c.speaker_name AS speaker, c.stance AS stance, c.paraphrase AS what, c.how_many AS figure, e.id AS event, CASE WHEN c.taken_back > $as_of THEN null ELSE c.taken_back END AS taken_back, c.id AS claim
ORDER BY said, claim;
// :graph
MATCH p = (:Actor {id: $actor})-[:DELIVERED|RECEIVED_BY|BROKERED|CARRIED|ABOARD|HANDLED|MEANT_FOR|FINANCED|IN_TRANSIT_THROUGH|TRAVELLED|OPERATED|PAID|PAID_TO|PAID_THROUGH|PRODUCED|LICENSED|DESIGNATED|TARGETS|INTERDICTED|SUBJECT_OF|HAS_OBJECT|SENT|HOSTED_BY|USED|AGAINST|SUFFERED_BY|SIGNED_BY|BETWEEN|INVOLVES|SAID_BY|PUBLISHED_BY*0..1]-(n)<-[:ABOUT|MENTIONS]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
RETURN p, s;
