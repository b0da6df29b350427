-- k, name, speaker, mentions, reports, least, most, witnesses, capped: what stands behind each subject
SELECT t.k, coalesce(n.name, t.k) AS name, t.mentions, coalesce(r.reports, 0) AS reports,
  coalesce(c.least, 0) AS least, coalesce(c.most, 0) AS most, coalesce(c.witnesses, 0) AS witnesses,
  coalesce(c.capped, false) AS capped
FROM (SELECT s.k, count(p.claim) AS mentions FROM told_claim s LEFT JOIN place p ON p.claim = s.claim GROUP BY s.k) t
  LEFT JOIN (SELECT k, count(*) AS reports FROM told_report GROUP BY k) r ON r.k = t.k
  LEFT JOIN counted c ON c.k = t.k
  LEFT JOIN named n ON n.k = t.k
ORDER BY 4 DESC, 1
