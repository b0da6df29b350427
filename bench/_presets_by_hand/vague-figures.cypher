MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)
WHERE c.unit IS NOT NULL AND (c.vague IS NOT NULL OR c.approximate OR c.low IS NULL OR c.high IS NULL)
  AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
RETURN CASE WHEN c.vague IS NOT NULL THEN 'vague word' WHEN c.low IS NULL THEN 'no lower bound' WHEN c.high IS NULL THEN 'no upper bound' ELSE 'approximate' END AS why, c.how_many AS figure, c.wording AS wording, c.speaker_name AS speaker, c.stance AS stance, c.said AS said, c.said_text AS said_text, c.low AS low, c.high AS high, c.unit AS unit, t.id AS topic, c.id AS claim
ORDER BY why, unit, said, claim
