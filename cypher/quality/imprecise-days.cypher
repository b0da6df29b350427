// Which claims are not dated to the day?
// :title-de Welche Behauptungen sind nicht auf den Tag datiert?
// :asked   inexact dates; unknown dates; only month or year; ungenaue Daten; unklares Datum
// :about   One row per claim whose day of speech, or of what it speaks of, is a month, a year, a season, a range or
//          open, several days or one of several, or approximate or uncertain.
//          said_text and when_text are the days as written (../2024-10-18: on or before). A claim that says no day at
//          all of what it speaks of is here only if its own day is imprecise. Claims that were taken back since are
//          among them, because they were printed.
// :param   topic id<Topic>? = null   only this topic
// :param   precision value<Claim.said_precision>? = null   only days of speech known this well
// :param   as_of date? = null   only what was published on or before this day
// :returns said_text span, precision str, when_text span?, when_precision str?, speaker str?, what str, published date, claim str
// :key     claim
// :order   precision, published, claim
// :table   said_text, when_text, speaker, what
// :drawing timeline
// :tags    quality, timeline
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
MATCH (c:Claim)
WHERE (NOT c.said_precision IN ['day', 'time'] OR NOT coalesce(c.when_precision, 'day') IN ['day', 'time'])
  AND ($precision IS NULL OR c.said_precision = $precision) // :with precision
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
RETURN c.said_text AS said_text, c.said_precision AS precision, c.when_text AS when_text, c.when_precision AS when_precision, c.speaker_name AS speaker, c.paraphrase AS what, c.known_from AS published, c.id AS claim
ORDER BY precision, published, claim;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)
WHERE ($topic IS NULL OR t.id = $topic) AND ($precision IS NULL OR c.said_precision = $precision) AND ($as_of IS NULL OR c.known_from <= $as_of)
  AND (NOT c.said_precision IN ['day', 'time'] OR NOT coalesce(c.when_precision, 'day') IN ['day', 'time'])
MATCH p = (c)-[:CITED_IN]->(d:Document)
WHERE $as_of IS NULL OR d.published_to <= $as_of
RETURN p;
