MATCH (:Topic {id: $topic})<-[:ON_TOPIC]-(c:Claim)
MATCH p = (c)-[:RELAYS*0..12]->(r:Claim)
WHERE r.root
WITH c, r, [n IN nodes(p) | coalesce(n.speaker_name, '?')] AS chain
RETURN DISTINCT c.said AS said, c.said_text AS said_text, c.speaker_name AS speaker, c.stance AS stance, c.how_many AS figure, chain AS chain, r.id AS root, c.id AS claim, coalesce(c.taken_back, r.taken_back) AS taken_back
ORDER BY said DESC, claim, chain, root
