// Which events are asserted by some and denied or doubted by others?
// :title-de Welche Ereignisse behaupten die einen und bestreiten oder bezweifeln die anderen?
// :asked   disputed events; what is contested; who disagrees; umstrittene Ereignisse; was ist strittig; Aussage
//          gegen Aussage;
//          wo steht Aussage gegen Aussage
// :about   One row per event that has both an asserting and a denying, doubting or not confirming claim. A denial
//          of the whole counts against the whole only, not against each of its parts.
// :param   as_of date? = null   only what was published on or before this day
// :returns event str, name str, asserted_by list<str>, denied_by list<str>, questioned_by list<str>
// :key     event
// :order   event
// :table   name, asserted_by, denied_by, questioned_by
// :tags    events, denials
MATCH (e:Event)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of // :with as_of
WITH e, c.side AS side, coalesce(c.speaker_name, '?') AS speaker
ORDER BY e.id, speaker
WITH e, collect(DISTINCT CASE WHEN side = 'for' THEN speaker ELSE null END) AS asserted,
     collect(DISTINCT CASE WHEN side = 'against' THEN speaker ELSE null END) AS denied,
     collect(DISTINCT CASE WHEN side = 'doubt' THEN speaker ELSE null END) AS questioned
WHERE size(asserted) > 0 AND size(denied) + size(questioned) > 0
RETURN e.id AS event, e.name AS name, asserted AS asserted_by, denied AS denied_by, questioned AS questioned_by
ORDER BY event;
// :graph
MATCH (e:Event)<-[:ABOUT]-(q:Claim)
WHERE q.side IN ['against', 'doubt'] AND ($as_of IS NULL OR q.known_from <= $as_of)
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of
MATCH p = (e)-[x:CLAIMED_BY|DENIED_BY|QUESTIONED_BY]->(:Actor)
WHERE x.claim = c.id
RETURN p;
