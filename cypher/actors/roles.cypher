// Who is said to have which part in what?
// :title-de Wer soll welche Rolle worin haben?
// :asked   roles of an actor; part of someone in events; who is the broker of the shipment; who is the carrier of a
//          weapon; who is the operator; who is the port agent; who is the financier of a shipment; who is the end user;
//          who is the producer of a weapon; who is the licensor; Rollen eines Akteurs; Anteil eines Akteurs an
//          Ereignissen; wer ist Vermittler der Lieferung; wer ist der Beförderer; wer ist der Betreiber; wer ist der
//          Hafenagent; wer ist der Geldgeber der Lieferung; wer ist der Endnutzer; wer ist Hersteller einer Waffe; wer
//          ist Lizenzgeber
// :about   One row per actor, part and event that somebody speaks of. The part is what the event says of the actor:
//          craft is the vessel or aircraft, listed who is sanctioned, authority who lists or stops, channel through
//          whom something is paid, subject and object of whom and to whom a relation is claimed, party anybody else
//          who is involved. asserted, denied and questioned count claims on the event, as 'ledger' does. stage is
//          empty where it is said to have happened.
// :param   actor id<Actor>? = null   only this actor
// :param   role choice<supplier|recipient|broker|carrier|craft|operator|agent|end user|financier|transit|payer|payee|channel|producer|licensor|authority|listed|subject|object|sender|host|user|target|sufferer|finder|party>? = null   only this part
// :param   weapon id<WeaponType>? = null   only this weapon type and its subtypes
// :param   as_of date? = null   only what was published on or before this day
// :returns name str, role str, event_name str, kind str, stage str?, asserted int, denied int, questioned int, event str, actor str
// :key     actor, role, event
// :order   actor, role, event
// :table   name, role, event_name, asserted, denied, questioned
// :drawing network
// :tags    actors, events
MATCH (a:Actor)
WHERE $actor IS NULL OR a.id = $actor // :with actor
MATCH (a)-[r:DELIVERED|RECEIVED_BY|BROKERED|CARRIED|ABOARD|TRAVELLED|OPERATED|HANDLED|MEANT_FOR|FINANCED|IN_TRANSIT_THROUGH|PAID|PAID_TO|PAID_THROUGH|PRODUCED|LICENSED|DESIGNATED|INTERDICTED|TARGETS|SUBJECT_OF|HAS_OBJECT|SENT|HOSTED_BY|USED|AGAINST|SUFFERED_BY|FOUND_BY|SIGNED_BY|BETWEEN|INVOLVES]-(e:Event)
WITH DISTINCT a, e, CASE type(r) WHEN 'DELIVERED' THEN 'supplier' WHEN 'RECEIVED_BY' THEN 'recipient' WHEN 'BROKERED' THEN 'broker' WHEN 'CARRIED' THEN 'carrier' WHEN 'ABOARD' THEN 'craft' WHEN 'TRAVELLED' THEN 'craft' WHEN 'OPERATED' THEN 'operator' WHEN 'HANDLED' THEN 'agent' WHEN 'MEANT_FOR' THEN 'end user' WHEN 'FINANCED' THEN 'financier' WHEN 'IN_TRANSIT_THROUGH' THEN 'transit' WHEN 'PAID' THEN 'payer' WHEN 'PAID_TO' THEN 'payee' WHEN 'PAID_THROUGH' THEN 'channel' WHEN 'PRODUCED' THEN 'producer' WHEN 'LICENSED' THEN 'licensor' WHEN 'DESIGNATED' THEN 'authority' WHEN 'INTERDICTED' THEN 'authority' WHEN 'TARGETS' THEN 'listed' WHEN 'SUBJECT_OF' THEN 'subject' WHEN 'HAS_OBJECT' THEN 'object' WHEN 'SENT' THEN 'sender' WHEN 'HOSTED_BY' THEN 'host' WHEN 'USED' THEN 'user' WHEN 'AGAINST' THEN 'target' WHEN 'SUFFERED_BY' THEN 'sufferer' WHEN 'FOUND_BY' THEN 'finder' ELSE 'party' END AS role
WHERE EXISTS { MATCH (e)<-[:PART_OF_EVENT*0..]-(:Event)<-[:ABOUT]-(k:Claim)
    WHERE $as_of IS NULL OR k.known_from <= $as_of // :with as_of
  }
  AND ($role IS NULL OR role = $role) // :with role
  AND ($weapon IS NULL OR EXISTS { MATCH (e)-[:OF_TYPE]->(:WeaponType)-[:SUBTYPE_OF*0..]->(:WeaponType {id: $weapon}) }) // :with weapon
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
WITH e, a, role, collect(DISTINCT CASE WHEN x.side = 'against' THEN x.id ELSE null END) AS denials,
     collect(DISTINCT CASE WHEN x.side = 'doubt' THEN x.id ELSE null END) AS doubts,
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
WITH e, a, role, denials, doubts, collect(DISTINCT CASE WHEN c.side <> 'for' OR c.speaker_id IN doubters THEN null ELSE c.id END) AS assertions,
     collect(DISTINCT CASE WHEN c.side = 'for' AND c.speaker_id IN doubters THEN c.id ELSE null END) AS wavering,
     count(DISTINCT CASE WHEN c.side = 'ahead' THEN c.id ELSE null END) AS ahead
WITH a, role, e, size(assertions) AS asserted, size(denials) AS denied, size(doubts) + size(wavering) AS questioned, ahead
WHERE asserted + denied + questioned + ahead > 0
RETURN a.name AS name, role AS role, e.name AS event_name, toLower([l IN labels(e) WHERE NOT l IN ['Event', 'Kg']][0]) AS kind, e.stage AS stage, asserted AS asserted, denied AS denied, questioned AS questioned, e.id AS event, a.id AS actor
ORDER BY actor, role, event;
// :graph
MATCH (a:Actor)
WHERE $actor IS NULL OR a.id = $actor
MATCH p = (a)-[r:DELIVERED|RECEIVED_BY|BROKERED|CARRIED|ABOARD|TRAVELLED|OPERATED|HANDLED|MEANT_FOR|FINANCED|IN_TRANSIT_THROUGH|PAID|PAID_TO|PAID_THROUGH|PRODUCED|LICENSED|DESIGNATED|INTERDICTED|TARGETS|SUBJECT_OF|HAS_OBJECT|SENT|HOSTED_BY|USED|AGAINST|SUFFERED_BY|FOUND_BY|SIGNED_BY|BETWEEN|INVOLVES]-(e:Event)
WITH p, e, CASE type(r) WHEN 'DELIVERED' THEN 'supplier' WHEN 'RECEIVED_BY' THEN 'recipient' WHEN 'BROKERED' THEN 'broker' WHEN 'CARRIED' THEN 'carrier' WHEN 'ABOARD' THEN 'craft' WHEN 'TRAVELLED' THEN 'craft' WHEN 'OPERATED' THEN 'operator' WHEN 'HANDLED' THEN 'agent' WHEN 'MEANT_FOR' THEN 'end user' WHEN 'FINANCED' THEN 'financier' WHEN 'IN_TRANSIT_THROUGH' THEN 'transit' WHEN 'PAID' THEN 'payer' WHEN 'PAID_TO' THEN 'payee' WHEN 'PAID_THROUGH' THEN 'channel' WHEN 'PRODUCED' THEN 'producer' WHEN 'LICENSED' THEN 'licensor' WHEN 'DESIGNATED' THEN 'authority' WHEN 'INTERDICTED' THEN 'authority' WHEN 'TARGETS' THEN 'listed' WHEN 'SUBJECT_OF' THEN 'subject' WHEN 'HAS_OBJECT' THEN 'object' WHEN 'SENT' THEN 'sender' WHEN 'HOSTED_BY' THEN 'host' WHEN 'USED' THEN 'user' WHEN 'AGAINST' THEN 'target' WHEN 'SUFFERED_BY' THEN 'sufferer' WHEN 'FOUND_BY' THEN 'finder' ELSE 'party' END AS role
WHERE ($role IS NULL OR role = $role)
  AND ($weapon IS NULL OR EXISTS { MATCH (e)-[:OF_TYPE]->(:WeaponType)-[:SUBTYPE_OF*0..]->(:WeaponType {id: $weapon}) })
MATCH (e)<-[:PART_OF_EVENT*0..]-(:Event)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
RETURN DISTINCT p;
