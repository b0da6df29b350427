MATCH (c:Claim)
WHERE c.unit IS NOT NULL
RETURN c.said AS said, c.speaker_name AS speaker, c.how_many AS figure, c.stage AS stage, c.stance AS stance, c.wording AS wording, c.low AS low, c.high AS high, c.unit AS unit, c.id AS claim
ORDER BY said, claim
