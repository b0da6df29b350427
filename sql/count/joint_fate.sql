-- k, v, speaker, fate: in where none of those who speak counts already, else out; open until that is known
SELECT DISTINCT j.k, j.v, j.speaker, CASE WHEN x.k IS NULL THEN 'open' ELSE 'out' END AS fate
FROM joint_body j LEFT JOIN (
  SELECT DISTINCT j.k, j.v, j.speaker
  FROM joint_body j JOIN sure_body s ON s.k = j.k AND s.v = j.v AND s.label = j.label
) x ON x.k = j.k AND x.v = j.v AND x.speaker = j.speaker
