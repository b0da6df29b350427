MATCH (s:Shipment)-[:RECEIVED_BY]->(b:Actor)
WHERE EXISTS { MATCH (s)-[:IN_RETURN_FOR]->(:Event) }
MATCH (s)<-[:ABOUT]-(c:Claim)
RETURN b.name AS recipient, s.goods AS goods, s.stage AS stage, c.stance AS stance, c.hedge AS hedge, c.speaker_name AS speaker, c.how_many AS figure, c.said AS said, s.id AS shipment, c.id AS claim
ORDER BY recipient, stage, shipment, said, claim
