-- both claims of each dispute with their figures, and who says them
SELECT d.answers, s.name, x.name, a.speaker IS NULL, b.speaker IS NULL, a.about, b.about, c.*, o.*
FROM dispute d JOIN claim a ON a.id = d.one JOIN claim b ON b.id = d.other
  JOIN said_name s ON s.claim = d.one JOIN said_name x ON x.claim = d.other
  JOIN telling c ON c.id = d.one JOIN telling o ON o.id = d.other
WHERE a.facet <> 'how-many' OR o.unit IS NOT NULL
ORDER BY d.one, d.other
