// What is said about one weapon type and its subtypes?
// :title-de Was wird über einen Waffentyp und seine Untertypen gesagt?
// :asked   about a weapon; all about a missile; weapon profile; Steckbrief einer Waffe; alles über eine Waffe;
//          Informationen zu einer Rakete; everything about a weapon; what is said about a weapon; was wird über eine
//          Waffe gesagt
// :about   One row per claim about the weapon or a single one of it, about an event of one of these, or that mentions
//          one. aliases are the names that a cited text equates with it; other_names are spellings from outside the texts. Claims that were
//          taken back are left out.
// :param   weapon id<WeaponType>   only this weapon type and its subtypes
// :param   as_of date? = null   only what was published on or before this day
// :example --weapon kn-23
// :returns weapon str, aliases list<str>, other_names list<str>, said date, said_text span, speaker str?, stance str, what str, figure str?, claim str
// :key     claim, weapon
// :order   weapon, said, claim
// :table   weapon, aliases, said, speaker, what
// :drawing timeline
// :tags    weapons
MATCH (:WeaponType {id: $weapon})<-[:SUBTYPE_OF*0..]-(w:WeaponType)
OPTIONAL MATCH (w)-[n:NAMED_IN]->(d:Document)
WHERE $as_of IS NULL OR d.published_to <= $as_of
WITH w, n.name AS alias ORDER BY alias
WITH w, collect(DISTINCT alias) AS aliases
MATCH (w)<-[:IS_A*0..1]-()<-[:ABOUT|MENTIONS|OF_TYPE|EXAMINES*1..2]-(c:Claim)
WHERE (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
WITH DISTINCT w, aliases, c
RETURN w.name AS weapon, aliases AS aliases, coalesce(w.known_as, []) AS other_names, c.said AS said, c.said_text AS said_text, c.speaker_name AS speaker, c.stance AS stance, c.paraphrase AS what, c.how_many AS figure, c.id AS claim
ORDER BY weapon, said, claim;
// :graph
MATCH t = (:WeaponType {id: $weapon})<-[:SUBTYPE_OF*0..]-(w:WeaponType)
MATCH p = (w)<-[:IS_A*0..1]-()<-[:ABOUT|MENTIONS|OF_TYPE|EXAMINES*1..2]-(c:Claim)
WHERE (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
RETURN t, p, [(c)-[r:SAID_BY]->(a:Actor) | [r, a]] AS said;
