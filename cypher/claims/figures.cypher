// Which figures are there, between which bounds and in which words?
// :title-de Welche Zahlen gibt es, in welchen Grenzen und mit welchem Wortlaut?
// :asked   how many; numbers; list the figures; how large; Zahlen; wie viele; Mengenangaben
// :about   One row per claim with a figure. low and high are the bounds; an absent bound is unknown, not zero. A claim
//          that was taken back, or only passes on such a one, gives no figure any more.
// :param   topic id<Topic>? = null   only this topic
// :param   unit value<Claim.unit>? = null   only figures of this unit
// :param   as_of date? = null   only what was published on or before this day
// :returns said date, said_text span, speaker str?, figure str, stage str?, stance str, wording str, low float?, high float?, unit str, claim str
// :key     claim
// :order   said, claim
// :table   said, speaker, figure, stage, wording, claim
// :drawing figures
// :tags    claims, figures
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
MATCH (c:Claim)
WHERE c.unit IS NOT NULL
  AND ($unit IS NULL OR c.unit = $unit) // :with unit
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
RETURN c.said AS said, c.said_text AS said_text, c.speaker_name AS speaker, c.how_many AS figure, c.stage AS stage, c.stance AS stance, c.wording AS wording, c.low AS low, c.high AS high, c.unit AS unit, c.id AS claim
ORDER BY said, claim;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)
WHERE ($topic IS NULL OR t.id = $topic) AND c.unit IS NOT NULL AND ($unit IS NULL OR c.unit = $unit) AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
MATCH p = (c)-[:ABOUT]->()
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
RETURN p, s;
