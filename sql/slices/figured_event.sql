-- k, size: events of which figures are given
SELECT c.about AS k, count(*) AS size
FROM figure f JOIN claim c ON c.id = f.claim JOIN thing t ON t.id = c.about JOIN subject s ON s.k = c.about
WHERE t.event AND c.side IN ('for', 'ahead') GROUP BY c.about
