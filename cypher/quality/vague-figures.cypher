// Which figures are vague, approximate or open at one end?
// :title-de Welche Zahlen sind vage, ungefähr oder an einem Ende offen?
// :asked   rough numbers; about, dozens, at least; inexact figures; vage Zahlen; ungefähre Angaben; ungenaue Zahlen
// :about   One row per claim with such a figure; why says which it is, the first that applies. Exact figures and closed
//          ranges are left out, and so is what was taken back. A missing bound is unknown, not zero and not infinite.
// :param   topic id<Topic>? = null   only this topic
// :param   unit value<Claim.unit>? = null   only figures of this unit
// :param   as_of date? = null   only what was published on or before this day
// :returns why str, figure str, wording str, speaker str?, stance str, said date, said_text span, low float?, high float?, unit str, topic str, claim str
// :key     claim
// :order   why, unit, said, claim
// :table   why, figure, wording, speaker, said
// :drawing figures
// :tags    quality, figures
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)
WHERE c.unit IS NOT NULL AND (c.vague IS NOT NULL OR c.approximate OR c.low IS NULL OR c.high IS NULL)
  AND ($topic IS NULL OR t.id = $topic) // :with topic
  AND ($unit IS NULL OR c.unit = $unit) // :with unit
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
  )
RETURN CASE WHEN c.vague IS NOT NULL THEN 'vague word' WHEN c.low IS NULL THEN 'no lower bound' WHEN c.high IS NULL THEN 'no upper bound' ELSE 'approximate' END AS why, c.how_many AS figure, c.wording AS wording, c.speaker_name AS speaker, c.stance AS stance, c.said AS said, c.said_text AS said_text, c.low AS low, c.high AS high, c.unit AS unit, t.id AS topic, c.id AS claim
ORDER BY why, unit, said, claim;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)
WHERE ($topic IS NULL OR t.id = $topic) AND c.unit IS NOT NULL AND ($unit IS NULL OR c.unit = $unit) AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
  AND (c.vague IS NOT NULL OR c.approximate OR c.low IS NULL OR c.high IS NULL)
MATCH p = (c)-[:ABOUT]->()
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
RETURN p, s;
