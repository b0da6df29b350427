-- claims as each world has them; where a document speaks, it is that of the world
SELECT c.id || ' ' || k.world AS id, c.stance, c.side, c.hedge,
  CASE WHEN d.document IS NULL THEN c.speaker ELSE c.speaker || ' ' || k.world END AS speaker,
  c.about || ' ' || k.world AS about, c.topic, c.said_from, c.said_to, c.said_text, c.said_time,
  c.when_from, c.when_to, c.when_text, c.attribution, c.facet, c.firsthand
FROM kept_claim k JOIN claim c ON c.id = k.claim
  LEFT JOIN kept_document d ON d.world = k.world AND d.document = c.speaker
