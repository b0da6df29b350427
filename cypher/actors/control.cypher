// Who is said to own, run or serve whom?
// :title-de Wer soll wen besitzen, führen oder für wen arbeiten?
// :asked   who controls whom; who owns it; owner; front company; managers; charterer;
//          wer kontrolliert wen; Eigentümer; Tarnfirma; Tarnfirmen; wem gehört die Firma; ownership
// :about   One row per claim about a relation that somebody claims: who owns, controls, manages or charters whom, works
//          for, serves or is a front of whom, is part of or made by what. since and until are in period. What we
//          ourselves hold for certain (an office, a flag) is not here. Remarks are left out, and so are claims that were
//          taken back or only pass on such a one.
// :param   actor id<Actor>? = null   only this actor
// :param   relation value<Relation.relation>? = null   only relations of this kind
// :param   as_of date? = null   only what was published on or before this day
// :returns subject str, relation str, object str, period span?, stance str, hedge str, speaker str?, said date, said_text span, what str, event str, claim str
// :key     claim
// :order   subject, event, said, claim
// :table   subject, relation, object, speaker, stance, said
// :drawing network
// :tags    actors, control
MATCH (a)-[:SUBJECT_OF]->(r:Relation)-[:HAS_OBJECT]->(b)
WHERE ($actor IS NULL OR a.id = $actor OR b.id = $actor) // :with actor
WITH a, r, b // :with relation
WHERE $relation IS NULL OR r.relation = $relation // :with relation
MATCH (r)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back']
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
RETURN a.name AS subject, r.relation AS relation, b.name AS object, r.period_text AS period, c.stance AS stance, c.hedge AS hedge, c.speaker_name AS speaker, c.said AS said, c.said_text AS said_text, c.paraphrase AS what, r.id AS event, c.id AS claim
ORDER BY subject, event, said, claim;
// :graph
MATCH p = (a)-[:SUBJECT_OF]->(r:Relation)-[:HAS_OBJECT]->(b)
WHERE ($actor IS NULL OR a.id = $actor OR b.id = $actor) AND ($relation IS NULL OR r.relation = $relation)
MATCH q = (r)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
RETURN p, q, s;
