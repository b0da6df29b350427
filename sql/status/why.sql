-- k and as what those who assert it count
SELECT k, bool_or(why IN ('named', 'joint', 'described', 'document', 'no body')) AS judgeable,
  bool_or(why = 'no body') AS no_body, bool_or(why = 'own voice') AS own_voice, bool_or(why = 'compiles') AS compiles,
  bool_or(why = 'presumes') AS presumes, bool_or(why = 'in question') AS in_question, bool_or(why = 'unknown') AS unknown,
  bool_or(why = 'held back') AS held_back
FROM (
  SELECT k, why FROM voice WHERE v = 'a'
  UNION ALL
  SELECT k, why FROM unknown_voice
) x
GROUP BY k
