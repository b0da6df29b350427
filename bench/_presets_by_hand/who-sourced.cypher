MATCH (:Topic {id: $topic})<-[:ON_TOPIC]-(c:Claim)-[:CITED_IN]->(d:Document)
WHERE c.side IN ['for', 'ahead'] AND c.taken_back IS NULL
WITH c, d, c.root OR EXISTS { MATCH (c)-[:RELAYS*0..12]->(f:Claim)
    WHERE f.side IN ['for', 'ahead'] AND f.root AND f.taken_back IS NULL
  } AS passes_on, c.root OR EXISTS { MATCH (c)-[:RELAYS*0..12]->(f:Claim)
    WHERE f.root AND f.taken_back IS NULL
  } AS stands
MATCH p = (c)-[:RELAYS*0..12]->(r:Claim)
WHERE ((r.side IN ['for', 'ahead'] AND r.root AND r.taken_back IS NULL)
    OR (stands AND NOT passes_on AND all(n IN nodes(p) WHERE n.side IN ['for', 'ahead'] AND n.taken_back IS NULL) AND NOT EXISTS { MATCH (r)-[:RELAYS]->(o:Claim)
      WHERE o.side IN ['for', 'ahead'] AND o.taken_back IS NULL
    }))
WITH coalesce(r.speaker_id, r.id) AS root, r.speaker_name AS root_speaker, r.said AS day, toString(r.said) + r.said_text AS days, length(p) AS hops, c.how_many AS figure,
     reduce(text = '', n IN nodes(p)[0..length(p)] | text + CASE WHEN text = '' THEN '' ELSE '< ' END + coalesce(n.speaker_name, '?') + ' ') + '[' + d.id + ']' AS told
ORDER BY root, day, told, figure
WITH root, root_speaker, min(day) AS said, min(days) AS days, collect(DISTINCT figure) AS figures,
     collect(DISTINCT CASE WHEN hops > 0 THEN told ELSE null END) AS relayed, collect(DISTINCT told) AS every
WITH root, root_speaker, said, days, figures, CASE WHEN size(relayed) > 0 THEN relayed ELSE every END AS via
RETURN root_speaker AS root_speaker, size(via) AS reports, figures AS figures, via AS via, said AS said, substring(days, 10) AS said_text, root AS root
ORDER BY reports DESC, said, root
