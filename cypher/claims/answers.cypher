// Which claim answers which: who denied, doubted, confirmed or took back whose words?
// :title-de Welche Behauptung antwortet auf welche: Wer bestritt, bezweifelte, bestätigte oder widerrief wessen Worte?
// :asked   replies to claims; which claim contradicts or confirms another; rebuttals; Antworten auf Behauptungen;
//          wer widerspricht wem; Erwiderungen
// :about   One row per pair of claims of which the first answers the second, or says whether the second was said. own
//          tells whether all who speak in the second speak in the first, as in a retraction. Claims that were taken back
//          are kept here: to_taken_back is the day on which that was known. Claims that answer nothing, and silence, are
//          left out.
// :param   topic id<Topic>? = null   only this topic
// :param   stance value<Claim.stance>? = null   only claims with this stance
// :param   as_of date? = null   only what was published on or before this day
// :returns said date, said_text span, speaker str?, stance str, what str, to_speaker str?, to_stance str, to_what str, to_said date, to_said_text span, to_taken_back date?, own bool, claim str, answered str
// :key     claim, answered
// :order   said, claim, answered
// :table   said, speaker, stance, what, to_speaker
// :drawing answers
// :tags    claims, denials
MATCH (c:Claim)-[:ANSWERS|ABOUT]->(b:Claim)
WHERE $as_of IS NULL OR (c.known_from <= $as_of AND b.known_from <= $as_of) // :with as_of
WITH DISTINCT c, b
WHERE $stance IS NULL OR c.stance = $stance // :with stance
MATCH (c)-[:ON_TOPIC]->(t:Topic) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
RETURN c.said AS said, c.said_text AS said_text, c.speaker_name AS speaker, c.stance AS stance, c.paraphrase AS what, b.speaker_name AS to_speaker, b.stance AS to_stance, b.paraphrase AS to_what, b.said AS to_said, b.said_text AS to_said_text, CASE WHEN b.taken_back > $as_of THEN null ELSE b.taken_back END AS to_taken_back, b.speaker_id IS NOT NULL AND c.speaker_id IS NOT NULL AND all(one IN split(b.speaker_id, '+') WHERE one IN split(c.speaker_id, '+')) AS own, c.id AS claim, b.id AS answered
ORDER BY said, claim, answered;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:ANSWERS|ABOUT]->(b:Claim)
WHERE ($topic IS NULL OR t.id = $topic) AND ($stance IS NULL OR c.stance = $stance)
  AND ($as_of IS NULL OR (c.known_from <= $as_of AND b.known_from <= $as_of))
MATCH p = (c)-[:ANSWERS|ABOUT]->(b)
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
OPTIONAL MATCH u = (b)-[:SAID_BY]->(:Actor)
RETURN p, s, u;
