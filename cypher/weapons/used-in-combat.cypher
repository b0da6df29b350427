// Which weapons are said to have been used, when, and by whom?
// :title-de Welche Waffen sollen eingesetzt worden sein, wann und von wem?
// :asked   weapons used; fired in war; use at the front; eingesetzte Waffen; im Krieg verwendet
// :about   One row per claim that asserts, expects, denies or doubts a use in combat. stage tells what is only planned
//          or expected. Remarks are left out, and so are claims that were taken back or only pass on such a one.
// :param   weapon id<WeaponType>? = null   only this weapon type and its subtypes
// :param   as_of date? = null   only what was published on or before this day
// :returns used str, period span?, stage str?, weapons list<str>, figure str?, speaker str?, stance str, said date, said_text span, use str, claim str
// :key     claim
// :order   use, said, claim
// :table   used, stage, weapons, figure, speaker, stance
// :drawing timeline
// :tags    weapons, combat
MATCH (u:Use)<-[:ABOUT]-(c:Claim)
WHERE $weapon IS NULL OR EXISTS { MATCH (u)-[:OF_TYPE]->(:WeaponType)-[:SUBTYPE_OF*0..]->(:WeaponType {id: $weapon}) } // :with weapon
WITH u, c
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
OPTIONAL MATCH (u)-[:OF_TYPE]->(w:WeaponType)
WITH u, c, w ORDER BY w.name
WITH u, c, collect(DISTINCT w.name) AS weapons
RETURN u.name AS used, u.period_text AS period, u.stage AS stage, weapons AS weapons, CASE WHEN c.measure <> 'distance-km' THEN c.how_many END AS figure, c.speaker_name AS speaker, c.stance AS stance, c.said AS said, c.said_text AS said_text, u.id AS use, c.id AS claim
ORDER BY use, said, claim;
// :graph
MATCH (u:Use)<-[:ABOUT]-(c:Claim)
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
  AND ($weapon IS NULL OR EXISTS { MATCH (u)-[:OF_TYPE]->(:WeaponType)-[:SUBTYPE_OF*0..]->(:WeaponType {id: $weapon}) })
WITH DISTINCT u
OPTIONAL MATCH w = (u)-[:OF_TYPE]->(:WeaponType)
// the claim of an edge is looked up, not the edge of a claim: an event has as many edges as claims
OPTIONAL MATCH s = (u)-[x:CLAIMED_BY|DENIED_BY|QUESTIONED_BY]->(:Actor), (c:Claim {id: x.claim})
WHERE NOT c.side IN ['aside', 'back'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
RETURN u, w, s;
