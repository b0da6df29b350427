MATCH (:Topic {id: $topic})<-[:ON_TOPIC]-(c:Claim)-[:CITED_IN]->(d:Document)
WHERE c.side IN ['for', 'ahead'] AND c.taken_back IS NULL
WITH c, d, EXISTS { MATCH (c)-[way:ROOTED_IN]->(x:Claim)
    WHERE x.side IN ['for', 'ahead'] AND way.until IS NULL
  } AS passes_on
WHERE c.root OR passes_on OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  }
OPTIONAL MATCH (c)-[way:ROOTED_IN|LAST_HELD_IN]->(x:Claim)
WHERE type(way) = CASE WHEN passes_on THEN 'ROOTED_IN' ELSE 'LAST_HELD_IN' END AND x.side IN ['for', 'ahead'] AND way.until IS NULL
WITH c, d, way, coalesce(x, c) AS r
WITH coalesce(r.speaker_id, r.id) AS root, r.speaker_name AS root_speaker, r.said AS day, toString(r.said) + r.said_text AS days, coalesce(way.hops, 0) AS hops, c.how_many AS figure,
     reduce(text = coalesce(c.speaker_name, '?'), name IN coalesce(way.tellers, []) | text + ' < ' + name) + ' [' + d.id + ']' AS told, d.id AS document
ORDER BY root, day, told, figure
WITH root, root_speaker, min(day) AS said, min(days) AS days, collect(DISTINCT figure) AS figures,
     collect(DISTINCT CASE WHEN hops > 0 THEN told ELSE null END) AS relayed, collect(DISTINCT CASE WHEN hops > 0 THEN document ELSE null END) AS retold_in,
     collect(DISTINCT CASE WHEN hops = 0 THEN document ELSE null END) AS own_in
WITH root, root_speaker, said, days, figures, relayed + [own IN own_in WHERE NOT own IN retold_in | '[' + own + ']'] AS via
RETURN root_speaker AS root_speaker, size(via) AS reports, figures AS figures, via AS via, said AS said, substring(days, 10) AS said_text, root AS root
ORDER BY reports DESC, said, root
