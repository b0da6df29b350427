// Which losses are claimed, whose, between which bounds, and by whom?
// :title-de Welche Verluste werden behauptet, wessen, in welchen Grenzen und von wem?
// :asked   losses; dead and wounded; how many were killed; Tote und Verwundete; Gefallene; Verluste; someone's
//          losses; losses of someone; killed and wounded soldiers; Verluste eines Akteurs; gefallene Soldaten
// :about   One row per claim that asserts, expects, denies or doubts casualties, with or without a figure. counted says
//          what the figure is meant to count; figures that count different things, or stem from different times, do not
//          add up. stage tells losses that are only expected. Remarks are left out, and so are claims that were taken
//          back or only pass on such a one.
// :param   actor id<Actor>? = null   only this actor
// :param   as_of date? = null   only what was published on or before this day
// :returns side str?, counted list<str>, figure str?, stage str?, speaker str?, stance str, hedge str, said date, said_text span, low float?, high float?, what str, event str, claim str
// :key     claim
// :order   side, event, said, claim
// :table   side, figure, counted, speaker, stance, said
// :drawing figures
// :tags    events, figures
MATCH (e:Casualties)
WHERE $actor IS NULL OR EXISTS { MATCH (e)-[:SUFFERED_BY]->(:Actor {id: $actor}) } // :with actor
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
OPTIONAL MATCH (e)-[:SUFFERED_BY]->(a:Actor)
RETURN a.name AS side, coalesce(e.includes, []) AS counted, CASE WHEN c.measure <> 'distance-km' THEN c.how_many END AS figure, e.stage AS stage, c.speaker_name AS speaker, c.stance AS stance, c.hedge AS hedge, c.said AS said, c.said_text AS said_text, c.low AS low, c.high AS high, c.paraphrase AS what, e.id AS event, c.id AS claim
ORDER BY side, event, said, claim;
// :graph
MATCH p = (e:Casualties)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
OPTIONAL MATCH (e)-[:SUFFERED_BY]->(a:Actor)
WITH p, e, c, a
WHERE $actor IS NULL OR a.id = $actor
OPTIONAL MATCH q = (e)-[:SUFFERED_BY]->(:Actor)
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
RETURN p, q, s;
