MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:ABOUT|MENTIONS]->(a:Actor)
WHERE c.taken_back IS NULL
WITH a, c, t.id AS topic, c.speaker_name AS speaker ORDER BY speaker, topic
WITH a, count(DISTINCT c) AS claims, collect(DISTINCT topic) AS topics, collect(DISTINCT speaker) AS speakers
WHERE NOT EXISTS { MATCH (a)<-[:PART_OF*0..12]-(:Actor)<-[:SAID_BY]-(x:Claim)
  WHERE x.stance <> 'no-comment'
}
RETURN a.name AS name, CASE WHEN a:State THEN 'state' WHEN a:Person THEN 'person' WHEN a:UnnamedSource THEN 'unnamed source' ELSE coalesce(a.kind, 'organization') END AS kind, claims AS claims, speakers AS spoken_of_by, topics AS topics, a.id AS actor
ORDER BY claims DESC, actor
