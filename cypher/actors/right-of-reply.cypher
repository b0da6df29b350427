// Who is said to have done what, and did they answer?
// :title-de Wem wird was vorgeworfen, und hat er sich dazu geäußert?
// :asked   who is accused and what is the reply; accusations without an answer; response of the accused; wer wird
//          beschuldigt und was antwortet er; Vorwürfe ohne Antwort; Stellungnahme der Beschuldigten;
//          did someone answer what he is accused of; accusations against someone; Vorwürfe gegen einen Akteur
// :about   One row per actor and event that others assert: as supplier, recipient, sender, host, user or signatory. An
//          answer is a claim about the event by the actor or by anyone who belongs to it, at any depth; it denies,
//          admits (asserts or expects) or leaves open. Words on a larger event, or on a part of it, are not counted.
// :param   actor id<Actor>? = null   only this actor
// :param   as_of date? = null   only what was published on or before this day
// :returns name str, role str, event_name str, asserted_by int, answered bool, denied int, admitted int, left_open int, event str, actor str
// :key     actor, event, role
// :order   actor, asserted_by desc, event, role
// :table   name, role, event_name, asserted_by, denied, admitted
// :tags    actors, denials
MATCH (a:Actor)
WHERE $actor IS NULL OR a.id = $actor // :with actor
MATCH (a)-[r:DELIVERED|RECEIVED_BY|SENT|HOSTED_BY|USED|SIGNED_BY]-(e:Event)
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of // :with as_of
OPTIONAL MATCH (c)-[:SAID_BY]->(:Actor)-[:PART_OF*0..6]->(own:Actor)
WITH a, e, c, type(r) AS edge, collect(own.id) AS wholes
WITH a, e, edge, c.side AS side, a.id IN wholes AS own
WITH a, e, edge, sum(CASE WHEN NOT own AND side = 'for' THEN 1 ELSE 0 END) AS asserted_by, sum(CASE WHEN own THEN 1 ELSE 0 END) AS answers,
     sum(CASE WHEN own AND side = 'against' THEN 1 ELSE 0 END) AS denied, sum(CASE WHEN own AND side IN ['for', 'ahead'] THEN 1 ELSE 0 END) AS admitted
WHERE asserted_by > 0
RETURN a.name AS name, CASE edge WHEN 'DELIVERED' THEN 'supplier' WHEN 'RECEIVED_BY' THEN 'recipient' WHEN 'SENT' THEN 'sender' WHEN 'HOSTED_BY' THEN 'host' WHEN 'USED' THEN 'user' ELSE 'signatory' END AS role, e.name AS event_name, asserted_by AS asserted_by, answers > 0 AS answered, denied AS denied, admitted AS admitted, answers - denied - admitted AS left_open, e.id AS event, a.id AS actor
ORDER BY actor, asserted_by DESC, event, role;
// :graph
MATCH (a:Actor)
WHERE $actor IS NULL OR a.id = $actor
MATCH (a)-[:DELIVERED|RECEIVED_BY|SENT|HOSTED_BY|USED|SIGNED_BY]-(e:Event)
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of
WITH DISTINCT a, e, c
WITH a, e, c, [(c)-[:SAID_BY]->(:Actor)-[:PART_OF*0..6]->(own:Actor) | own.id] AS wholes
WITH a, e, collect(CASE WHEN a.id IN wholes THEN c.id ELSE null END) AS answers, sum(CASE WHEN c.side = 'for' AND NOT a.id IN wholes THEN 1 ELSE 0 END) AS asserted_by
WHERE asserted_by > 0
MATCH p = (a)-[:DELIVERED|RECEIVED_BY|SENT|HOSTED_BY|USED|SIGNED_BY]-(e)
OPTIONAL MATCH s = (e)<-[:ABOUT]-(x:Claim)-[:SAID_BY]->(:Actor)
WHERE x.id IN answers
RETURN p, s;
