// Who is said to have done what, and did they answer?
// :title-de Wem wird was vorgeworfen, und hat er sich dazu geäußert?
// :asked   who is accused and what is the reply; accusations without an answer; response of the accused; wer wird
//          beschuldigt und was antwortet er; Vorwürfe ohne Antwort; Stellungnahme der Beschuldigten; did someone
//          answer what he is accused of; accusations against someone; Vorwürfe gegen einen Akteur
// :about   One row per actor and event that others assert, or a part of it, by the part that it is said to have in it:
//          who supplies, receives, brokers, carries, handles, finances, operates, pays, is paid, passes money on,
//          makes, licenses, sends, hosts, uses or signs, for whom goods are meant, and of whom or to whom a relation
//          is claimed. An answer is a claim by the actor or by anyone who belongs to it on that day, at any depth,
//          about the event, a larger one or a part of it, or in reply to such a claim. denied counts those that deny
//          all of it, also as a larger event; admitted those that assert or expect it or a part; left_open all others,
//          doubts, remarks and denials of a part among them. no_comment counts how often the actor was asked and did
//          not answer. Claims that were taken back are left out. stage tells what is only planned or expected.
// :param   actor id<Actor>? = null   only this actor
// :param   as_of date? = null   only what was published on or before this day
// :returns name str, role str, event_name str, stage str?, asserted_by int, answered bool, denied int, admitted int, left_open int, no_comment int, event str, actor str
// :key     actor, event, role
// :order   actor, asserted_by desc, event, role
// :table   name, role, event_name, asserted_by, denied, admitted
// :drawing answers
// :tags    actors, denials
MATCH (a:Actor)
WHERE $actor IS NULL OR a.id = $actor // :with actor
MATCH (a)-[r:DELIVERED|RECEIVED_BY|BROKERED|CARRIED|HANDLED|MEANT_FOR|FINANCED|OPERATED|PAID|PAID_TO|PAID_THROUGH|PRODUCED|LICENSED|SUBJECT_OF|HAS_OBJECT|SENT|HOSTED_BY|USED|SIGNED_BY]-(e:Event)
WITH a, e, type(r) AS edge
// who denies or doubts all of it or a larger event, in words or in answer
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
WITH a, e, edge, x, EXISTS { MATCH (x)-[:SAID_BY]->(:Actor)-[office:PART_OF*0..12]->(o:Actor) WHERE o.id = a.id AND all(m IN office WHERE coalesce(m.since_from <= x.said, true) AND coalesce(m.until_to >= x.said, true)) } AS own
WITH a, e, edge, collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.speaker_id ELSE null END) AS doubters,
     collect(DISTINCT CASE WHEN own AND x.side = 'against' THEN x.id ELSE null END) AS denials
// who says that it or a part happened; whoever doubts it as well does not confirm it
MATCH (e)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE c.side IN ['for', 'ahead'] AND (p.id = e.id OR (c.side = 'for' AND (coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'])))
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
WITH a, e, edge, doubters, denials, c, EXISTS { MATCH (c)-[:SAID_BY]->(:Actor)-[office:PART_OF*0..12]->(o:Actor) WHERE o.id = a.id AND all(m IN office WHERE coalesce(m.since_from <= c.said, true) AND coalesce(m.until_to >= c.said, true)) } AS own
WITH a, e, edge, denials, collect(DISTINCT CASE WHEN own AND (c.side = 'ahead' OR NOT coalesce(c.speaker_id IN doubters, false)) THEN c.id ELSE null END) AS admissions,
     count(DISTINCT CASE WHEN own OR c.side = 'ahead' OR c.speaker_id IN doubters THEN null ELSE c.id END) AS asserted_by
WHERE asserted_by > 0
// what else the actor said on it, on a larger event or on a part of it
OPTIONAL MATCH (e)-[:PART_OF_EVENT*0..]->(larger:Event)
WITH a, e, edge, denials, admissions, asserted_by, collect(DISTINCT larger) AS up
OPTIONAL MATCH (e)<-[:PART_OF_EVENT*1..]-(part:Event)
WITH a, e, edge, denials, admissions, asserted_by, up, collect(DISTINCT part) AS down
UNWIND up + down AS near
OPTIONAL MATCH (near)<-[:ABOUT]-(t:Claim)<-[:ANSWERS*0..1]-(y:Claim)
WHERE y.side <> 'back' AND (y.taken_back IS NULL OR y.taken_back > $as_of)
  AND ($as_of IS NULL OR (y.known_from <= $as_of AND t.known_from <= $as_of)) // :with as_of
WITH a, e, edge, denials, admissions, asserted_by, y, EXISTS { MATCH (y)-[:SAID_BY]->(:Actor)-[office:PART_OF*0..12]->(o:Actor) WHERE o.id = a.id AND all(m IN office WHERE coalesce(m.since_from <= y.said, true) AND coalesce(m.until_to >= y.said, true)) } AS own
WITH a, e, edge, size(denials) AS denied, size(admissions) AS admitted, asserted_by,
     count(DISTINCT CASE WHEN own AND y.stance <> 'no-comment' AND NOT y.id IN denials AND NOT y.id IN admissions THEN y.id ELSE null END) AS left_open,
     count(DISTINCT CASE WHEN own AND y.stance = 'no-comment' THEN y.id ELSE null END) AS no_comment
RETURN a.name AS name, {DELIVERED: 'supplier', RECEIVED_BY: 'recipient', BROKERED: 'broker', CARRIED: 'carrier', HANDLED: 'agent', MEANT_FOR: 'end user', FINANCED: 'financier', OPERATED: 'operator', PAID: 'payer', PAID_TO: 'payee', PAID_THROUGH: 'paid through', PRODUCED: 'producer', LICENSED: 'licensor', SUBJECT_OF: 'subject', HAS_OBJECT: 'object', SENT: 'sender', HOSTED_BY: 'host', USED: 'user', SIGNED_BY: 'signatory'}[edge] AS role, e.name AS event_name, e.stage AS stage, asserted_by AS asserted_by, denied + admitted + left_open > 0 AS answered, denied AS denied, admitted AS admitted, left_open AS left_open, no_comment AS no_comment, e.id AS event, a.id AS actor
ORDER BY actor, asserted_by DESC, event, role;
// :graph
MATCH (a:Actor)
WHERE $actor IS NULL OR a.id = $actor
MATCH (a)-[:DELIVERED|RECEIVED_BY|BROKERED|CARRIED|HANDLED|MEANT_FOR|FINANCED|OPERATED|PAID|PAID_TO|PAID_THROUGH|PRODUCED|LICENSED|SUBJECT_OF|HAS_OBJECT|SENT|HOSTED_BY|USED|SIGNED_BY]-(e:Event)
MATCH (e)<-[:PART_OF_EVENT*0..]-(p:Event)<-[:ABOUT]-(c:Claim)
WHERE (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
  AND (p.id = e.id OR (c.side = 'for' AND (coalesce(p.stage, 'delivered') IN ['delivered', 'under-way'] OR NOT coalesce(e.stage, 'delivered') IN ['delivered', 'under-way'])))
WITH DISTINCT a, e, c
WITH a, e, c, [(c)-[:SAID_BY]->(:Actor)-[office:PART_OF*0..12]->(own:Actor) WHERE all(m IN office WHERE coalesce(m.since_from <= c.said, true) AND coalesce(m.until_to >= c.said, true)) | own.id] AS wholes
WITH a, e, sum(CASE WHEN c.side = 'for' AND NOT a.id IN wholes THEN 1 ELSE 0 END) AS asserted_by
WHERE asserted_by > 0
OPTIONAL MATCH (e)-[:PART_OF_EVENT*0..]->(:Event)<-[:ABOUT]-(x:Claim)
WHERE x.side <> 'back' AND (x.taken_back IS NULL OR x.taken_back > $as_of) AND ($as_of IS NULL OR x.known_from <= $as_of)
WITH a, e, x, [(x)-[:SAID_BY]->(:Actor)-[office:PART_OF*0..12]->(own:Actor) WHERE all(m IN office WHERE coalesce(m.since_from <= x.said, true) AND coalesce(m.until_to >= x.said, true)) | own.id] AS wholes
WITH a, e, collect(CASE WHEN a.id IN wholes THEN x.id ELSE null END) AS answers
MATCH p = (a)-[:DELIVERED|RECEIVED_BY|BROKERED|CARRIED|HANDLED|MEANT_FOR|FINANCED|OPERATED|PAID|PAID_TO|PAID_THROUGH|PRODUCED|LICENSED|SUBJECT_OF|HAS_OBJECT|SENT|HOSTED_BY|USED|SIGNED_BY]-(e)
OPTIONAL MATCH s = (e)-[:PART_OF_EVENT*0..]->(:Event)<-[:ABOUT]-(x:Claim)-[:SAID_BY]->(:Actor)
WHERE x.id IN answers
RETURN p, s;
