-- k, v, speaker, office: those who can be none of the named
SELECT o.k, o.v, o.speaker, o.office
FROM office o LEFT JOIN (
  SELECT DISTINCT o.k, o.v, o.speaker FROM office o JOIN taken t ON t.k = o.k AND t.v = o.v AND t.actor = o.office
) x ON x.k = o.k AND x.v = o.v AND x.speaker = o.speaker
WHERE x.k IS NULL
