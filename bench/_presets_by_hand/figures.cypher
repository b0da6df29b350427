MATCH (c:Claim)
WHERE c.unit IS NOT NULL
  AND c.taken_back IS NULL
  AND (c.root OR EXISTS { MATCH (c)-[way:ROOTED_IN]->(:Claim)
    WHERE way.until IS NULL
  })
RETURN c.said AS said, c.said_text AS said_text, c.speaker_name AS speaker, c.how_many AS figure, c.stage AS stage, c.stance AS stance, c.wording AS wording, c.low AS low, c.high AS high, c.unit AS unit, c.id AS claim
ORDER BY said, claim
