MATCH (t:Topic)<-[:ON_TOPIC]-(c:Claim)-[:RELAYS]->(b:Claim)
WHERE c.unit IS NOT NULL
  AND c.taken_back IS NULL AND b.taken_back IS NULL
WITH t, c, b, CASE
  WHEN b.unit IS NULL THEN 'figure added'
  WHEN b.unit <> c.unit THEN 'another unit'
  WHEN b.vague IS NOT NULL AND c.vague IS NULL THEN 'vague word became a number'
  WHEN b.vague IS NULL AND c.vague IS NOT NULL THEN 'number became a vague word'
  WHEN b.vague IS NOT NULL AND b.vague <> c.vague THEN 'another vague word'
  WHEN b.low IS NULL AND c.low IS NOT NULL THEN 'lower bound added'
  WHEN b.low IS NOT NULL AND c.low IS NULL THEN 'lower bound dropped'
  WHEN b.high IS NULL AND c.high IS NOT NULL THEN 'upper bound added'
  WHEN b.high IS NOT NULL AND c.high IS NULL THEN 'upper bound dropped'
  WHEN c.low > b.low OR c.high > b.high THEN CASE WHEN c.low < b.low OR c.high < b.high THEN 'other bounds' ELSE 'raised' END
  WHEN c.low < b.low OR c.high < b.high THEN 'lowered'
  WHEN c.how_many <> b.how_many THEN 'rounding or limit dropped or added'
  WHEN coalesce(c.stage, '') <> coalesce(b.stage, '') THEN 'another stage'
  ELSE null END AS change
WHERE change IS NOT NULL
RETURN c.speaker_name AS teller, c.how_many AS told, b.speaker_name AS of, b.how_many AS was, change AS change, c.said AS said, c.said_text AS said_text, c.wording AS wording, b.wording AS was_wording, t.id AS topic, c.id AS claim, b.id AS relayed
ORDER BY said, claim, relayed
