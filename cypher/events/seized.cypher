// What was seized, intercepted or shot down, by whom?
// :title-de Was wurde beschlagnahmt, abgefangen oder abgeschossen, und von wem?
// :asked   seized; intercepted; shot down; captured weapons; what was confiscated; beschlagnahmt; abgefangen;
//          erbeutet; how many drones were shot down; Beute; seizures
// :about   One row per claim about something seized, intercepted, captured or shot down. Remarks are left out, and so are
//          claims that were taken back or only pass on such a one.
// :param   form value<Interdiction.form>? = null   only what was done in this way
// :param   weapon id<WeaponType>? = null   only this weapon type and its subtypes
// :param   as_of date? = null   only what was published on or before this day
// :returns by list<str>, from list<str>, form str, goods list<str>, place list<str>, figure str?, stage str?, stance str, hedge str, speaker str?, said date, said_text span, period span?, what str, event str, claim str
// :key     claim
// :order   event, said, claim
// :table   by, form, goods, figure, speaker, stance
// :drawing figures
// :tags    events, figures
MATCH (e:Interdiction)
WHERE $form IS NULL OR e.form = $form // :with form
WITH e // :with weapon
WHERE $weapon IS NULL OR EXISTS { MATCH (e)-[:OF_TYPE]->(:WeaponType)-[:SUBTYPE_OF*0..]->(:WeaponType {id: $weapon}) } // :with weapon
MATCH (e)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back']
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
OPTIONAL MATCH (a:Actor)-[:INTERDICTED]->(e)
WITH e, c, a ORDER BY a.name
WITH e, c, collect(DISTINCT a.name) AS takers
OPTIONAL MATCH (e)-[:AGAINST]->(b:Actor)
WITH e, c, takers, b ORDER BY b.name
WITH e, c, takers, collect(DISTINCT b.name) AS losers
OPTIONAL MATCH (e)-[:OF_TYPE]->(w:WeaponType)
WITH e, c, takers, losers, w ORDER BY w.name
WITH e, c, takers, losers, collect(DISTINCT w.name) AS goods
OPTIONAL MATCH (e)-[:AT]->(pl:Place)
WITH e, c, takers, losers, goods, pl ORDER BY pl.name
WITH e, c, takers, losers, goods, collect(DISTINCT pl.name) AS place
RETURN takers AS by, losers AS from, e.form AS form, goods AS goods, place AS place, CASE WHEN c.measure <> 'distance-km' THEN c.how_many END AS figure, e.stage AS stage, c.stance AS stance, c.hedge AS hedge, c.speaker_name AS speaker, c.said AS said, c.said_text AS said_text, e.period_text AS period, c.paraphrase AS what, e.id AS event, c.id AS claim
ORDER BY event, said, claim;
// :graph
MATCH p = (e:Interdiction)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of) AND ($form IS NULL OR e.form = $form) AND ($weapon IS NULL OR EXISTS { MATCH (e)-[:OF_TYPE]->(:WeaponType)-[:SUBTYPE_OF*0..]->(:WeaponType {id: $weapon}) })
OPTIONAL MATCH a = (:Actor)-[:INTERDICTED]->(e)
OPTIONAL MATCH b = (e)-[:AGAINST]->(:Actor)
OPTIONAL MATCH t = (e)-[:OF_TYPE]->(:WeaponType)
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
RETURN p, a, b, t, s;
