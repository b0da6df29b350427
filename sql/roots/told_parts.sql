-- reports, k, part, text, name, document, why: of each subject its claims, reports, voices and judgements
SELECT coalesce(r.reports, 0) AS reports, x.k, x.part, x.one, x.other, x.name
FROM (
  SELECT k, 1 AS part, claim AS one, '' AS other, '' AS name FROM told_claim
  UNION ALL
  SELECT t.k, 2, t.document, t.teller, (s.name || ' [' || t.document || ']')
  FROM told_report t JOIN said_name s ON s.claim = t.claim
  UNION ALL
  SELECT v.k, CASE WHEN v.kind = 'unnamed' THEN 4 ELSE 3 END, v.speaker, v.why, coalesce(a.name, v.speaker)
  FROM voice v LEFT JOIN actor a ON a.id = v.speaker WHERE v.v = 'a'
  UNION ALL
  SELECT k, 5, claim, '', '' FROM unknown_root
  UNION ALL
  SELECT k, 6, label, why, '' FROM unknown_voice
  UNION ALL
  SELECT k, 7, id, '', '' FROM judgement
) x LEFT JOIN (SELECT k, count(*) AS reports FROM told_report GROUP BY k) r ON r.k = x.k
ORDER BY 1 DESC, 2, 3, 4, 5
