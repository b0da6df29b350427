// Who sourced the claims on a topic, and through which chain?
// :title-de Wer steht hinter den Behauptungen zu einem Thema, und über welche Kette?
// :asked   where does it come from; who is the source; who is behind it; origin of the claims; Quelle der
//          Behauptung; woher stammen die Angaben; worauf geht es zurück; wer steckt dahinter
// :about   One row per root: the speaker at the end of a chain of claims that assert or expect something, however many
//          reports retell it; several who speak together are one. A root without a speaker stays one row per claim. A
//          report is one teller in one document, read from the outside in ('A < B [document]': A relays B, who relays
//          the root), over the chain that was known first, and '… 9 …' stands for nine tellers in the middle of a long
//          one; the root's own words in a document count as a report only when nobody retells them there. Denials,
//          doubts and remarks are in 'answers' and 'denied-or-doubted'; what was taken back is left out, and so is what
//          only passes that on.
// :param   topic id<Topic>?   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns root_speaker str?, reports int, figures list<str>, via list<str>, said date, said_text span, root str
// :key     root
// :order   reports desc, said, root
// :table   root_speaker, reports, figures, via, said
// :drawing chain
// :tags    claims, attribution, roots, headline-1
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim) // :with topic
WHERE $topic IS NULL OR t.id = $topic // :with topic
MATCH (c:Claim)-[:CITED_IN]->(d:Document)
WHERE c.side IN ['for', 'ahead'] AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR d.published_to <= $as_of) // :with as_of
// where its chains end at what does not speak for it, such as a remark, the last who does is the root
WITH c, d, EXISTS { MATCH (c)-[way:ROOTED_IN]->(x:Claim)
    WHERE x.side IN ['for', 'ahead'] AND (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  } AS passes_on
WHERE c.root OR passes_on OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE (way.until IS NULL OR way.until > $as_of)
      AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
  }
    OR c.relays_from > $as_of // :with as_of
OPTIONAL MATCH (c)-[way:ROOTED_IN|LAST_HELD_IN]->(x:Claim)
WHERE type(way) = CASE WHEN passes_on THEN 'ROOTED_IN' ELSE 'LAST_HELD_IN' END AND x.side IN ['for', 'ahead'] AND (way.until IS NULL OR way.until > $as_of)
  AND ($as_of IS NULL OR way.known_from <= $as_of) // :with as_of
WITH c, d, way, coalesce(x, c) AS r
WITH coalesce(r.speaker_id, r.id) AS root, r.speaker_name AS root_speaker, r.said AS day, toString(r.said) + r.said_text AS days, coalesce(way.hops, 0) AS hops, c.how_many AS figure,
     reduce(text = coalesce(c.speaker_name, '?'), name IN coalesce(way.tellers, []) | text + ' < ' + name) + ' [' + d.id + ']' AS told, d.id AS document
ORDER BY root, day, told, figure
WITH root, root_speaker, min(day) AS said, min(days) AS days, collect(DISTINCT figure) AS figures,
     collect(DISTINCT CASE WHEN hops > 0 THEN told ELSE null END) AS relayed, collect(DISTINCT CASE WHEN hops > 0 THEN document ELSE null END) AS retold_in,
     collect(DISTINCT CASE WHEN hops = 0 THEN document ELSE null END) AS own_in
WITH root, root_speaker, said, days, figures, relayed + [own IN own_in WHERE NOT own IN retold_in | '[' + own + ']'] AS via
RETURN root_speaker AS root_speaker, size(via) AS reports, figures AS figures, via AS via, said AS said, substring(days, 10) AS said_text, root AS root
ORDER BY reports DESC, said, root;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:CITED_IN]->(d:Document)
WHERE ($topic IS NULL OR t.id = $topic) AND c.side IN ['for', 'ahead'] AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR d.published_to <= $as_of)
OPTIONAL MATCH (c)-[way:ROOTED_IN]->(x:Claim)
WHERE (way.until IS NULL OR way.until > $as_of) AND ($as_of IS NULL OR way.known_from <= $as_of)
WITH DISTINCT c, x, way
WHERE c.root OR x IS NOT NULL OR c.relays_from > $as_of
WITH c, x, [c.id] + coalesce(way.through, []) + CASE WHEN x IS NULL THEN [] ELSE [x.id] END AS chain, coalesce(way.hops, 0) AS hops
UNWIND chain AS id
MATCH (n:Claim {id: id})
OPTIONAL MATCH (n)-[p:RELAYS]->(m:Claim)
WHERE m.id IN chain
// a chain of which the middle is left out
OPTIONAL MATCH (c)-[l:ROOTED_IN]->(x)
WHERE hops >= size(chain) AND n.id = c.id
WITH DISTINCT n, p, l, n.id = c.id AS told
OPTIONAL MATCH (n)-[s:SAID_BY]->(a:Actor)
OPTIONAL MATCH (n)-[e:ABOUT]->(about:Event)
WHERE told
RETURN n, p, l, s, a, e, about;
