// Which claims does a document print, paragraph by paragraph?
// :title-de Welche Behauptungen druckt ein Dokument, Absatz für Absatz?
// :asked   what is in the document; what does the article say; claims of an article; Inhalt eines Artikels; was
//          steht im Dokument
// :about   One row per citation in the document; spot is its page, region or moment where the document is no text.
//          Claims that were taken back are kept here: taken_back is the day on which that was known.
// :param   document id<Document>   only this document
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :example --document newspaper-2024-10-18
// :returns paragraph int?, spot str?, start int?, end int?, speaker str?, stance str, what str, figure str?, printed str?, taken_back date?, claim str
// :key     paragraph, spot, start, end, claim
// :order   paragraph, spot, start, end, claim
// :table   paragraph, spot, speaker, stance, what, figure
// :drawing chain
// :tags    documents
MATCH (d:Document {id: $document})<-[k:CITED_IN]-(c:Claim)-[:ON_TOPIC]->(t:Topic)
WHERE ($topic IS NULL OR t.id = $topic) AND ($as_of IS NULL OR d.published_to <= $as_of)
RETURN k.paragraph AS paragraph, k.spot AS spot, k.start AS start, k.end AS end, c.speaker_name AS speaker, c.stance AS stance, c.paraphrase AS what, c.how_many AS figure, coalesce(k.wording, c.wording) AS printed, CASE WHEN c.taken_back > $as_of THEN null ELSE c.taken_back END AS taken_back, c.id AS claim
ORDER BY paragraph, spot, start, end, claim;
// :graph
MATCH p = (d:Document {id: $document})<-[:CITED_IN]-(c:Claim)-[:ON_TOPIC]->(t:Topic)
WHERE ($topic IS NULL OR t.id = $topic) AND ($as_of IS NULL OR d.published_to <= $as_of)
RETURN p, [(c)-[r:SAID_BY]->(a:Actor) | [r, a]] AS said;
