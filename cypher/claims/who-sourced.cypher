// Who sourced the claims on a topic, and through which chain?
// :title-de Wer steht hinter den Behauptungen zu einem Thema, und über welche Kette?
// :asked   where does it come from; who is the source; who is behind it; origin of the claims; Quelle der
//          Behauptung; woher stammen die Angaben; worauf geht es zurück; wer steckt dahinter
// :about   One row per root: the speaker at the end of a chain, however many reports retell it. A root without
//          a speaker stays one row per claim. A report is one teller in one document, read from the outside in
//          ('A < B [document]': A relays B, who relays the root); the root's own words in a document count as a
//          report only when nobody else retells them.
// :param   topic id<Topic> = "troop-numbers"   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns root_speaker str?, reports int, figures list<str>, via list<str>, said date, said_text span, root str
// :key     root
// :order   reports desc, said, root
// :table   root_speaker, reports, figures, via, said
// :tags    claims, attribution, roots, headline-1
MATCH (:Topic {id: $topic})<-[:ON_TOPIC]-(c:Claim)-[:CITED_IN]->(d:Document)
WHERE $as_of IS NULL OR d.published_to <= $as_of // :with as_of
MATCH p = (c)-[:RELAYS*0..12]->(r:Claim)
WHERE (r.root OR r.relays_from > $as_of) AND ($as_of IS NULL OR all(n IN nodes(p) WHERE n.known_from <= $as_of))
OPTIONAL MATCH (r)-[:SAID_BY]->(a:Actor)
WITH coalesce(a.id, r.id) AS root, a.name AS root_speaker, r.said AS day, toString(r.said) + r.said_text AS days, length(p) AS hops, c.how_many AS figure,
     reduce(text = '', n IN nodes(p)[0..length(p)] | text + CASE WHEN text = '' THEN '' ELSE '< ' END + coalesce(n.speaker_name, '?') + ' ') + '[' + d.id + ']' AS told
ORDER BY root, day, told, figure
WITH root, root_speaker, min(day) AS said, min(days) AS days, collect(DISTINCT figure) AS figures,
     collect(DISTINCT CASE WHEN hops > 0 THEN told ELSE null END) AS relayed, collect(DISTINCT told) AS every
WITH root, root_speaker, said, days, figures, CASE WHEN size(relayed) > 0 THEN relayed ELSE every END AS via
RETURN root_speaker AS root_speaker, size(via) AS reports, figures AS figures, via AS via, said AS said, substring(days, 10) AS said_text, root AS root
ORDER BY reports DESC, said, root;
// :graph
MATCH (:Topic {id: $topic})<-[:ON_TOPIC]-(c:Claim)-[:CITED_IN]->(d:Document)
WHERE $as_of IS NULL OR d.published_to <= $as_of
MATCH p = (c)-[:RELAYS*0..12]->(r:Claim)
WHERE $as_of IS NULL OR all(n IN nodes(p) WHERE n.known_from <= $as_of)
OPTIONAL MATCH s = (r)-[:SAID_BY]->(:Actor)
OPTIONAL MATCH e = (c)-[:ABOUT]->(:Event)
RETURN p, s, e;
