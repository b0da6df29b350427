-- target: claims and documents that somebody denies or doubts
SELECT DISTINCT c.about AS target
FROM claim c JOIN standing s ON s.claim = c.id
WHERE c.side IN ('against', 'doubt')
  AND (EXISTS (SELECT 1 FROM claim o WHERE o.id = c.about) OR EXISTS (SELECT 1 FROM document d WHERE d.id = c.about))
