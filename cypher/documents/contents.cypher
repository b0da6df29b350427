// Which claims does a document print, paragraph by paragraph?
// :title-de Welche Behauptungen druckt ein Dokument, Absatz für Absatz?
// :about   One row per citation in the document.
// :param   document id<Document> = "newspaper-2024-10-18"   the document
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   nothing when the document was not published by this day
// :returns paragraph int, start int, end int, speaker str?, stance str, what str, figure str?, printed str?, claim str
// :key     paragraph, start, end, claim
// :order   paragraph, start, end, claim
// :table   paragraph, speaker, stance, what, figure
// :tags    documents
MATCH (d:Document {id: $document})<-[k:CITED_IN]-(c:Claim)-[:ON_TOPIC]->(t:Topic)
WHERE ($topic IS NULL OR t.id = $topic) AND ($as_of IS NULL OR d.published_to <= $as_of)
RETURN k.paragraph AS paragraph, k.start AS start, k.end AS end, c.speaker_name AS speaker, c.stance AS stance, c.paraphrase AS what, c.how_many AS figure, coalesce(k.wording, c.wording) AS printed, c.id AS claim
ORDER BY paragraph, start, end, claim;
// :graph
MATCH p = (d:Document {id: $document})<-[:CITED_IN]-(c:Claim)-[:ON_TOPIC]->(t:Topic)
WHERE ($topic IS NULL OR t.id = $topic) AND ($as_of IS NULL OR d.published_to <= $as_of)
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
RETURN p, s;
