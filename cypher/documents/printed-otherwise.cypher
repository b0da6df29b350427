// Which documents print a claim otherwise: another figure, day or wording?
// :title-de Welche Dokumente drucken eine Behauptung anders: andere Zahl, anderer Tag, anderer Wortlaut?
// :asked   deviations in print; differences between articles in number, date or wording; documents that print a claim
//          differently; anders gedruckt;
//          Abweichungen; falsch wiedergegeben
// :about   One row per citation that differs from the claim as it is kept. Only what differs is filled in; low and high
//          are the bounds that this document prints. Citations that print the claim as it is kept, or differ from it
//          only in a remark, are left out. Claims that were taken back since are among them, because they were printed.
// :param   document id<Document>? = null   only this document
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns document str, paragraph int?, spot str?, speaker str?, figure str?, wording str?, printed str?, low float?, high float?, said date, said_text span, printed_said span?, printed_when span?, note str?, start int?, claim str
// :key     claim, document, paragraph, spot, start
// :order   claim, document, paragraph, spot, start
// :table   document, paragraph, spot, speaker, wording, printed
// :drawing chain
// :tags    documents, drift
MATCH (d:Document)<-[k:CITED_IN]-(c:Claim)
WHERE (k.wording IS NOT NULL OR k.printed_quantity_unit IS NOT NULL OR k.printed_said_text IS NOT NULL OR k.printed_when_text IS NOT NULL)
  AND ($document IS NULL OR d.id = $document) // :with document
  AND ($as_of IS NULL OR d.published_to <= $as_of) // :with as_of
MATCH (c)-[:ON_TOPIC]->(t:Topic) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
RETURN d.id AS document, k.paragraph AS paragraph, k.spot AS spot, c.speaker_name AS speaker, c.how_many AS figure, c.wording AS wording, coalesce(k.printed_quantity_wording, k.wording) AS printed, k.printed_quantity_low AS low, k.printed_quantity_high AS high, c.said AS said, c.said_text AS said_text, k.printed_said_text AS printed_said, k.printed_when_text AS printed_when, k.note AS note, k.start AS start, c.id AS claim
ORDER BY claim, document, paragraph, spot, start;
// :graph
MATCH (d:Document)<-[k:CITED_IN]-(c:Claim)-[:ON_TOPIC]->(t:Topic)
WHERE ($document IS NULL OR d.id = $document) AND ($topic IS NULL OR t.id = $topic) AND ($as_of IS NULL OR d.published_to <= $as_of)
  AND (k.wording IS NOT NULL OR k.printed_quantity_unit IS NOT NULL OR k.printed_said_text IS NOT NULL OR k.printed_when_text IS NOT NULL)
MATCH p = (c)-[:CITED_IN]->(e:Document)
WHERE $as_of IS NULL OR e.published_to <= $as_of
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
RETURN p, s;
