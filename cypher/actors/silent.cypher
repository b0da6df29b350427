// Who is spoken about, but never heard?
// :title-de Über wen wird gesprochen, ohne dass er zu Wort kommt?
// :asked   who has no voice; whom nobody quotes; not quoted, not heard; wer bleibt stumm; wer wird nie zitiert; wer
//          kommt nicht zu Wort; wer schweigt; who never gets a say
// :about   One row per actor that claims are about or mention, while no claim is spoken by the actor or by anyone who
//          belongs to it when speaking, at any depth; to be asked and not to answer is no speaking. Being a party to an
//          event without being named in a claim does not count, nor does what was said of it and taken back.
// :param   topic id<Topic>? = null   only this topic
// :param   as_of date? = null   only what was published on or before this day
// :returns name str, kind str, claims int, spoken_of_by list<str>, topics list<str>, actor str
// :key     actor
// :order   claims desc, actor
// :table   name, kind, claims, spoken_of_by
// :drawing network
// :tags    actors, quality
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:ABOUT|MENTIONS]->(a:Actor)
WHERE ($topic IS NULL OR t.id = $topic)
  AND (c.taken_back IS NULL OR c.taken_back > $as_of)
  AND ($as_of IS NULL OR c.known_from <= $as_of) // :with as_of
WITH a, c, t.id AS topic, c.speaker_name AS speaker ORDER BY speaker, topic
WITH a, count(DISTINCT c) AS claims, collect(DISTINCT topic) AS topics, collect(DISTINCT speaker) AS speakers
WHERE NOT EXISTS { MATCH (a)<-[office:PART_OF*0..12]-(:Actor)<-[:SAID_BY]-(x:Claim)
  WHERE x.stance <> 'no-comment' AND all(m IN office WHERE coalesce(m.since_from <= x.said, true) AND coalesce(m.until_to >= x.said, true))
    AND ($as_of IS NULL OR x.known_from <= $as_of) // :with as_of
}
RETURN a.name AS name, CASE WHEN a:State THEN 'state' WHEN a:Person THEN 'person' WHEN a:UnnamedSource THEN 'unnamed source' ELSE coalesce(a.kind, 'organization') END AS kind, claims AS claims, speakers AS spoken_of_by, topics AS topics, a.id AS actor
ORDER BY claims DESC, actor;
// :graph
MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:ABOUT|MENTIONS]->(a:Actor)
WHERE ($topic IS NULL OR t.id = $topic) AND (c.taken_back IS NULL OR c.taken_back > $as_of) AND ($as_of IS NULL OR c.known_from <= $as_of)
WITH c, a
WHERE NOT EXISTS { MATCH (a)<-[office:PART_OF*0..12]-(:Actor)<-[:SAID_BY]-(x:Claim) WHERE x.stance <> 'no-comment' AND all(m IN office WHERE coalesce(m.since_from <= x.said, true) AND coalesce(m.until_to >= x.said, true)) AND ($as_of IS NULL OR x.known_from <= $as_of) }
MATCH p = (c)-[:ABOUT|MENTIONS]->(a)
OPTIONAL MATCH s = (c)-[:SAID_BY]->(:Actor)
RETURN p, s;
