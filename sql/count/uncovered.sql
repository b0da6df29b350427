-- k, v, speaker, office: the described who cannot be anyone else among the roots
SELECT f.k, f.v, f.speaker, f.office
FROM free f LEFT JOIN (
  SELECT DISTINCT p.k, p.v, p.speaker
  FROM part_of_other p LEFT JOIN part_of_other q ON q.k = p.k AND q.v = p.v AND q.speaker = p.other AND q.other = p.speaker
  WHERE q.k IS NULL
) x ON x.k = f.k AND x.v = f.v AND x.speaker = f.speaker
WHERE x.k IS NULL
