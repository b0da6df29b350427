-- k, speaker, members, judged, apart, together: joint statements, and whether one of them speaks nowhere else
SELECT j.k, j.speaker, array_sort(array_agg(DISTINCT j.judged)) AS judged,
  bool_or(a.label IS NULL) AS apart, bool_or(t.label IS NULL) AS together
FROM most_labelled j
  LEFT JOIN (SELECT DISTINCT k, apart AS label FROM most_labelled WHERE kind NOT IN ('joint', 'unnamed')) a
    ON a.k = j.k AND a.label = j.apart
  LEFT JOIN (SELECT DISTINCT k, together AS label FROM most_labelled WHERE kind NOT IN ('joint', 'unnamed')) t
    ON t.k = j.k AND t.label = j.together
WHERE j.kind = 'joint' GROUP BY j.k, j.speaker
