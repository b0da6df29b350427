-- k, outlets: how many printed first what the unhedged witnesses say
SELECT w.k, count(DISTINCT coalesce(d.outlet, d.id)) AS outlets
FROM (SELECT DISTINCT k, speaker FROM unhedged_voice WHERE v = 'a' AND why IN ('named', 'joint', 'described', 'document')) w
  JOIN unhedged_heard h ON h.k = w.k AND h.v = 'a' AND h.speaker = w.speaker
  JOIN place p ON p.claim = h.claim JOIN original o ON o.document = p.document JOIN document d ON d.id = o.original
WHERE d.held OR d.outlet IS NOT NULL
GROUP BY w.k
