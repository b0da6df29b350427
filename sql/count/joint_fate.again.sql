SELECT f.k, f.v, f.speaker,
  CASE WHEN f.fate <> 'open' THEN f.fate
    WHEN coalesce(bool_or(e.fate = 'in'), false) THEN 'out'
    WHEN coalesce(bool_or(e.fate = 'open'), false) THEN 'open'
    ELSE 'in' END AS fate
FROM joint_fate f LEFT JOIN joint_conflict c ON c.k = f.k AND c.v = f.v AND c.speaker = f.speaker
  LEFT JOIN joint_fate e ON e.k = c.k AND e.v = c.v AND e.speaker = c.earlier
GROUP BY f.k, f.v, f.speaker, f.fate
