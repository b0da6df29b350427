-- claim: taken back by all who said it, or corrected on some day wherever it had been printed by then
SELECT other AS claim FROM own_retraction
UNION
SELECT claim
FROM (
  SELECT t.claim, t.day, p.document, count(w.wrong) AS hits
  FROM (SELECT DISTINCT claim, day FROM correction_day) t
    JOIN (SELECT DISTINCT claim, document FROM place) p ON p.claim = t.claim
    JOIN document d ON d.id = p.document AND d.published <= t.day
    JOIN copied c ON c.document = p.document
    LEFT JOIN correction_day w ON w.claim = t.claim AND w.wrong = c.other AND w.day <= t.day
  GROUP BY t.claim, t.day, p.document
) known
GROUP BY claim, day HAVING min(hits) > 0
