// Who sourced the claims on a topic, and through which chain?
// :title-de Wer steht hinter den Behauptungen zu einem Thema, und über welche Kette?
// :asked   where does it come from; who is the source; who is behind it; origin of the claims; Quelle der
//          Behauptung; woher stammen die Angaben; worauf geht es zurück; wer steckt dahinter
// :about   One row per root: the speaker at the end of a chain of claims that assert or expect something, however many
//          reports retell it; several who speak together are one. A root without a speaker stays one row per claim. A
//          report is one teller in one document, read from the outside in ('A < B [document]': A relays B, who relays
//          the root); the root's own words in a document count as a report only when nobody retells them there. Denials,
//          doubts and remarks are in 'answers' and 'denied-or-doubted'; what was taken back is left out, and so is what
//          only passes that on.
// :param   topic id<Topic> = "troop-numbers"   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns root_speaker str?, reports int, figures list<str>, via list<str>, said date, said_text span, root str
// :key     root
// :order   reports desc, said, root
// :table   root_speaker, reports, figures, via, said
// :tags    claims, attribution, roots, headline-1
MATCH (:Topic {id: $topic})<-[:ON_TOPIC]-(c:Claim)-[:CITED_IN]->(d:Document)
WHERE c.side IN ['for', 'ahead'] AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR d.published_to <= $as_of) // :with as_of
// where a chain ends at what does not speak for it, such as a remark, the last who does is the root
WITH c, d, c.root OR EXISTS { MATCH (c)-[hops:RELAYS*0..12]->(f:Claim)
    WHERE f.side IN ['for', 'ahead'] AND (f.root OR f.relays_from > $as_of) AND (f.taken_back IS NULL OR f.taken_back > $as_of)
      AND ($as_of IS NULL OR all(hop IN hops WHERE endNode(hop).known_from <= $as_of)) // :with as_of
  } AS passes_on, c.root OR EXISTS { MATCH (c)-[hops:RELAYS*0..12]->(f:Claim)
    WHERE (f.root OR f.relays_from > $as_of) AND (f.taken_back IS NULL OR f.taken_back > $as_of)
      AND ($as_of IS NULL OR all(hop IN hops WHERE endNode(hop).known_from <= $as_of)) // :with as_of
  } AS stands
MATCH p = (c)-[:RELAYS*0..12]->(r:Claim)
WHERE ((r.side IN ['for', 'ahead'] AND (r.root OR r.relays_from > $as_of) AND (r.taken_back IS NULL OR r.taken_back > $as_of))
    OR (stands AND NOT passes_on AND all(n IN nodes(p) WHERE n.side IN ['for', 'ahead'] AND (n.taken_back IS NULL OR n.taken_back > $as_of)) AND NOT EXISTS { MATCH (r)-[:RELAYS]->(o:Claim)
      WHERE o.side IN ['for', 'ahead'] AND (o.taken_back IS NULL OR o.taken_back > $as_of)
        AND ($as_of IS NULL OR o.known_from <= $as_of) // :with as_of
    }))
  AND ($as_of IS NULL OR all(n IN nodes(p) WHERE n.known_from <= $as_of)) // :with as_of
WITH coalesce(r.speaker_id, r.id) AS root, r.speaker_name AS root_speaker, r.said AS day, toString(r.said) + r.said_text AS days, length(p) AS hops, c.how_many AS figure,
     reduce(text = '', n IN nodes(p)[0..length(p)] | text + CASE WHEN text = '' THEN '' ELSE '< ' END + coalesce(n.speaker_name, '?') + ' ') + '[' + d.id + ']' AS told, d.id AS document
ORDER BY root, day, told, figure
WITH root, root_speaker, min(day) AS said, min(days) AS days, collect(DISTINCT figure) AS figures,
     collect(DISTINCT CASE WHEN hops > 0 THEN told ELSE null END) AS relayed, collect(DISTINCT CASE WHEN hops > 0 THEN document ELSE null END) AS retold_in,
     collect(DISTINCT CASE WHEN hops = 0 THEN document ELSE null END) AS own_in
WITH root, root_speaker, said, days, figures, relayed + [own IN own_in WHERE NOT own IN retold_in | '[' + own + ']'] AS via
RETURN root_speaker AS root_speaker, size(via) AS reports, figures AS figures, via AS via, said AS said, substring(days, 10) AS said_text, root AS root
ORDER BY reports DESC, said, root;
// :graph
MATCH (:Topic {id: $topic})<-[:ON_TOPIC]-(c:Claim)-[:CITED_IN]->(d:Document)
WHERE c.side IN ['for', 'ahead'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR d.published_to <= $as_of)
MATCH p = (c)-[:RELAYS*0..12]->(r:Claim)
WHERE (r.taken_back IS NULL OR r.taken_back > $as_of) AND ($as_of IS NULL OR all(n IN nodes(p) WHERE n.known_from <= $as_of))
OPTIONAL MATCH s = (r)-[:SAID_BY]->(:Actor)
OPTIONAL MATCH e = (c)-[:ABOUT]->(:Event)
RETURN p, s, e;
