MATCH (:Topic {id: $topic})<-[:ON_TOPIC]-(c:Claim)-[:CITED_IN]->(d:Document)
MATCH p = (c)-[:RELAYS*0..12]->(r:Claim)
OPTIONAL MATCH (r)-[:RELAYS]->(x:Claim)
WITH c, d, r, p, count(x) AS onward
WHERE onward = 0
OPTIONAL MATCH (r)-[:SAID_BY]->(a:Actor)
WITH coalesce(a.id, r.id) AS root, a.name AS root_speaker, r.said AS day, length(p) AS hops, c.how_many AS figure,
     reduce(text = '', n IN nodes(p)[0..length(p)] | text + CASE WHEN text = '' THEN '' ELSE '< ' END + coalesce(n.speaker_name, '?') + ' ') + '[' + d.id + ']' AS told
ORDER BY root, day, told, figure
WITH root, root_speaker, min(day) AS said, collect(DISTINCT figure) AS figures,
     collect(DISTINCT CASE WHEN hops > 0 THEN told ELSE null END) AS relayed, collect(DISTINCT told) AS every
WITH root, root_speaker, said, figures, CASE WHEN size(relayed) > 0 THEN relayed ELSE every END AS via
RETURN root_speaker AS root_speaker, size(via) AS reports, figures AS figures, via AS via, said AS said, root AS root
ORDER BY reports DESC, said, root
