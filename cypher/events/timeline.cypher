// Who said what about an event, in the order of the days?
// :title-de Wer sagte was über ein Ereignis, Tag für Tag?
// :asked   chronology of an event; timeline; what was said when; Zeitleiste; Chronologie; Verlauf eines Ereignisses;
//          was wurde wann gesagt; who said what about an event; wer sagte was über ein Ereignis
// :about   One row per claim about the event or a part of it, with the day of the speech and of first publication.
//          stage is how far the event that it is about is said to have come. Claims that were taken back are kept here:
//          taken_back is the day on which that was known.
// :param   event id<Event>   only this event and its parts
// :param   as_of date? = null   only what was published on or before this day
// :example --event kp-troops-dispatch-2024
// :returns said date, said_text span, speaker str?, stance str, figure str?, what str, published date, about str, stage str?, taken_back date?, claim str
// :key     claim
// :order   said, claim
// :table   said, speaker, stance, figure, what, taken_back
// :drawing timeline
// :tags    events, timeline
MATCH (:Event {id: $event})<-[:PART_OF_EVENT*0..]-(e:Event)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of
RETURN DISTINCT c.said AS said, c.said_text AS said_text, c.speaker_name AS speaker, c.stance AS stance, c.how_many AS figure, c.paraphrase AS what, c.known_from AS published, e.id AS about, e.stage AS stage, CASE WHEN c.taken_back > $as_of THEN null ELSE c.taken_back END AS taken_back, c.id AS claim
ORDER BY said, claim;
// :graph
MATCH p = (:Event {id: $event})<-[:PART_OF_EVENT*0..]-(e:Event)<-[:ABOUT]-(c:Claim)
WHERE $as_of IS NULL OR c.known_from <= $as_of
RETURN p, [(c)-[r:SAID_BY]->(a:Actor) | [r, a]] AS said;
