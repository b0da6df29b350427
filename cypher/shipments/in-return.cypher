// What came back in return, and who says so?
// :title-de Was kam als Gegenleistung zurück, und wer sagt es?
// :asked   what was paid; in exchange; compensation for arms; Gegenleistung; was gab es dafür; Bezahlung; Tausch;
//          what did one get in return; was bekam einer als Gegenleistung
// :about   One row per claim about a shipment or payment that is said to repay something. stage tells what was delivered
//          or paid from what was only wanted or negotiated; the recipient is 'unknown' where no text names him. Remarks
//          are left out, and so are claims that were taken back or only pass on such a one.
// :param   recipient id<Actor>? = null   only to this recipient
// :param   as_of date? = null   only what was published on or before this day
// :returns recipient str, goods str, stage str, stance str, hedge str, speaker str?, figure str?, said date, said_text span, event str, claim str
// :key     claim
// :order   recipient, stage, event, said, claim
// :table   recipient, goods, stage, stance, speaker, figure
// :drawing flow
// :tags    shipments, return, headline-4
MATCH (s:Event)
WHERE (s:Shipment OR s:Payment) AND EXISTS { MATCH (s)-[:IN_RETURN_FOR]->(:Event) }
  AND ($recipient IS NULL OR EXISTS { MATCH (s)-[:RECEIVED_BY|PAID_TO]->(y:Actor) WHERE y.id = $recipient }) // :with recipient
MATCH (s)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
RETURN coalesce(s.recipient_name, s.payee_name) AS recipient, coalesce(s.goods, s.name) AS goods, coalesce(s.stage, CASE WHEN s:Payment THEN 'paid' ELSE 'delivered' END) AS stage, c.stance AS stance, c.hedge AS hedge, c.speaker_name AS speaker, CASE WHEN c.measure <> 'distance-km' THEN c.how_many END AS figure, c.said AS said, c.said_text AS said_text, s.id AS event, c.id AS claim
ORDER BY recipient, stage, event, said, claim;
// :graph
MATCH (s:Event)
WHERE (s:Shipment OR s:Payment) AND ($recipient IS NULL OR EXISTS { MATCH (s)-[:RECEIVED_BY|PAID_TO]->(y:Actor) WHERE y.id = $recipient })
MATCH r = (s)-[:IN_RETURN_FOR]->(:Event)
MATCH (s)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
OPTIONAL MATCH p = (s)-[:DELIVERED|RECEIVED_BY|PAID|PAID_TO]-(:Actor)
RETURN s, p, r;
