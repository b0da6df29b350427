-- gone, weight: how many claims fall without it, at least
SELECT g.gone, greatest(coalesce(s.falls, 0), coalesce(p.alone, 0)) AS weight
FROM candidate g
  LEFT JOIN (
    SELECT c.speaker, sum(1 + coalesce(f.falls, 0)) AS falls
    FROM claim c LEFT JOIN (SELECT here, count(*) AS falls FROM falls_with GROUP BY here) f ON f.here = c.id
    GROUP BY c.speaker
  ) s ON s.speaker = g.gone
  LEFT JOIN (
    SELECT document, count(*) AS alone
    FROM (SELECT min(document) AS document FROM place GROUP BY claim HAVING count(*) = 1) x GROUP BY document
  ) p ON p.document = g.gone
