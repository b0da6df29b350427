-- both claims of each dispute as they are told, and who says them about what
SELECT d.answers, s.name, a.speaker, a.about, NULL, NULL, c.*, x.name, b.speaker, b.about, NULL, NULL, o.*
FROM dispute d JOIN claim a ON a.id = d.one JOIN claim b ON b.id = d.other
  JOIN said_name s ON s.claim = d.one JOIN said_name x ON x.claim = d.other
  JOIN telling c ON c.id = d.one JOIN telling o ON o.id = d.other
WHERE a.facet <> 'how-many' OR o.figure IS NOT NULL
ORDER BY d.one, d.other
