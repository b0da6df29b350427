// What was paid, by whom, to whom, and for which goods?
// :title-de Was wurde gezahlt, von wem, an wen und für welche Güter?
// :asked   payments; how much money; price; gold for drones; money against goods; who paid; cash; Zahlungen; wie viel Geld;
//          Preis; Gold gegen Drohnen; wer hat gezahlt; Bargeld
// :about   One row per claim about a payment that is alleged, with what it is said to pay for and the figures that claims give
//          for those goods. Sums stay in their currency and nothing is converted or added up; where another text prints the
//          same statement with another sum, it stands beside. Remarks are left out, and so are claims that were taken back
//          or only pass on such a one.
// :param   payer id<Actor>? = null   only payments of this actor
// :param   payee id<Actor>? = null   only payments to this actor
// :param   as_of date? = null   only what was published on or before this day
// :returns payer list<str>, payee list<str>, form str, figure str?, printed_otherwise list<str>, for_goods list<str>, goods_figures list<str>, stage str?, stance str, hedge str, speaker str?, said date, said_text span, what str, event str, claim str
// :key     claim
// :order   event, said, claim
// :table   payer, payee, figure, for_goods, speaker, stance
// :drawing figures
// :tags    shipments, return, figures
MATCH (p:Payment)
WHERE $payer IS NULL OR EXISTS { MATCH (:Actor {id: $payer})-[:PAID]->(p) } // :with payer
WITH p // :with payee
WHERE $payee IS NULL OR EXISTS { MATCH (p)-[:PAID_TO]->(:Actor {id: $payee}) } // :with payee
MATCH (p)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back']
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
OPTIONAL MATCH (a:Actor)-[:PAID]->(p)
WITH p, c, a ORDER BY a.name
WITH p, c, collect(DISTINCT a.name) AS payer
OPTIONAL MATCH (p)-[:PAID_TO]->(b:Actor)
WITH p, c, payer, b ORDER BY b.name
WITH p, c, payer, collect(DISTINCT b.name) AS payee
OPTIONAL MATCH (p)-[:PART_OF_EVENT*0..]->(whole:Event)-[:IN_RETURN_FOR]->(g:Event)
WITH p, c, payer, payee, g ORDER BY g.id
WITH p, c, payer, payee, collect(DISTINCT g.name) AS for_goods, collect(DISTINCT g.id) AS goods
OPTIONAL MATCH (d:Claim)-[:ABOUT]->(h:Event)
WHERE h.id IN goods AND d.side IN ['for', 'ahead'] AND d.how_many IS NOT NULL AND d.root
  AND (d.taken_back IS NULL OR d.taken_back > $as_of)
  AND ($as_of IS NULL OR d.known_from <= $as_of) // :with as_of
WITH p, c, payer, payee, for_goods, d ORDER BY d.how_many
WITH p, c, payer, payee, for_goods, collect(DISTINCT d.how_many) AS goods_figures
OPTIONAL MATCH (c)-[k:CITED_IN]->(d:Document)
WHERE k.printed_quantity_wording IS NOT NULL
  AND ($as_of IS NULL OR d.published_to <= $as_of) // :with as_of
WITH p, c, payer, payee, for_goods, goods_figures, k ORDER BY k.printed_quantity_wording
WITH p, c, payer, payee, for_goods, goods_figures, collect(DISTINCT k.printed_quantity_wording) AS printed_otherwise
RETURN payer AS payer, payee AS payee, coalesce(p.form, 'unknown') AS form, c.how_many AS figure, printed_otherwise AS printed_otherwise, for_goods AS for_goods, goods_figures AS goods_figures, p.stage AS stage, c.stance AS stance, c.hedge AS hedge, c.speaker_name AS speaker, c.said AS said, c.said_text AS said_text, c.paraphrase AS what, p.id AS event, c.id AS claim
ORDER BY event, said, claim;
// :graph
MATCH (p:Payment)
WHERE ($payer IS NULL OR EXISTS { MATCH (:Actor {id: $payer})-[:PAID]->(p) }) AND ($payee IS NULL OR EXISTS { MATCH (p)-[:PAID_TO]->(:Actor {id: $payee}) })
MATCH q = (p)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
OPTIONAL MATCH a = (:Actor)-[:PAID]->(p)
OPTIONAL MATCH b = (p)-[:PAID_TO]->(:Actor)
OPTIONAL MATCH r = (p)-[:IN_RETURN_FOR]->(:Event)
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
RETURN q, a, b, r, s;
