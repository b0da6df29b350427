// Which figures changed when one speaker passed on another?
// :title-de Welche Zahlen änderten sich, als sie weitererzählt wurden?
// :asked   numbers that change on retelling; figures that grow when passed on; exaggerated figures; veränderte
//          Zahlen; Zahlen ändern sich beim Weitergeben; aufgebauschte Zahlen
// :about   One row per relay whose figure is not the one that it relays. change says how: the bounds, the unit, the
//          vagueness or only the stage. Relays that keep the figure, or that give none, are left out, and so are those
//          of which one end was taken back; figures that one document prints otherwise than another are in 'printed-
//          otherwise'.
// :param   topic id<Topic>? = null   only this topic
// :param   unit value<Claim.unit>? = null   only figures of this unit
// :param   as_of date? = null   only what was published on or before this day
// :returns teller str?, told str, of str?, was str?, change str, said date, said_text span, wording str, was_wording str?, topic str, claim str, relayed str
// :key     claim, relayed
// :order   said, claim, relayed
// :table   teller, told, of, was, change
// :drawing chain
// :tags    claims, figures, drift
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:RELAYS]->(b:Claim)
WHERE c.unit IS NOT NULL
  AND ($topic IS NULL OR t.id = $topic) // :with topic
  AND ($unit IS NULL OR c.unit = $unit) // :with unit
  AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND (b.taken_back IS NULL OR b.taken_back > $as_of)
  AND ($as_of IS NULL OR (c.known_from <= $as_of AND b.known_from <= $as_of)) // :with as_of
WITH t, c, b, CASE
  WHEN b.unit IS NULL THEN 'figure added'
  WHEN b.unit <> c.unit THEN 'another unit'
  WHEN b.vague IS NOT NULL AND c.vague IS NULL THEN 'vague word became a number'
  WHEN b.vague IS NULL AND c.vague IS NOT NULL THEN 'number became a vague word'
  WHEN b.vague IS NOT NULL AND b.vague <> c.vague THEN 'another vague word'
  WHEN b.low IS NULL AND c.low IS NOT NULL THEN 'lower bound added'
  WHEN b.low IS NOT NULL AND c.low IS NULL THEN 'lower bound dropped'
  WHEN b.high IS NULL AND c.high IS NOT NULL THEN 'upper bound added'
  WHEN b.high IS NOT NULL AND c.high IS NULL THEN 'upper bound dropped'
  WHEN c.low > b.low OR c.high > b.high THEN CASE WHEN c.low < b.low OR c.high < b.high THEN 'other bounds' ELSE 'raised' END
  WHEN c.low < b.low OR c.high < b.high THEN 'lowered'
  WHEN c.how_many <> b.how_many THEN 'rounding or limit dropped or added'
  WHEN coalesce(c.stage, '') <> coalesce(b.stage, '') THEN 'another stage'
  ELSE null END AS change
WHERE change IS NOT NULL
RETURN c.speaker_name AS teller, c.how_many AS told, b.speaker_name AS of, b.how_many AS was, change AS change, c.said AS said, c.said_text AS said_text, c.wording AS wording, b.wording AS was_wording, t.id AS topic, c.id AS claim, b.id AS relayed
ORDER BY said, claim, relayed;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:RELAYS]->(b:Claim)
WHERE ($topic IS NULL OR t.id = $topic) AND c.unit IS NOT NULL AND ($unit IS NULL OR c.unit = $unit)
  AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND (b.taken_back IS NULL OR b.taken_back > $as_of) AND ($as_of IS NULL OR (c.known_from <= $as_of AND b.known_from <= $as_of))
  AND (b.unit IS NULL OR c.how_many <> b.how_many OR coalesce(c.stage, '') <> coalesce(b.stage, ''))
MATCH p = (c)-[:RELAYS]->(b)
MATCH e = (c)-[:ABOUT]->()
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
OPTIONAL MATCH u = (b)-[:SAID_BY]->(:Actor)
OPTIONAL MATCH k = (c)-[:CITED_IN]->(d:Document)
WHERE $as_of IS NULL OR d.published_to <= $as_of
RETURN p, e, s, u, k;
