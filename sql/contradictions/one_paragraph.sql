-- one, other: figures of one speaker about one event in one paragraph
SELECT DISTINCT n.one, n.other
FROM figure_pair n JOIN figured a ON a.id = n.one JOIN figured b ON b.id = n.other
  JOIN place p ON p.claim = n.one JOIN place q ON q.claim = n.other AND q.document = p.document AND q.paragraph = p.paragraph
WHERE p.paragraph > 0 AND a.about = b.about AND a.speaker IS NOT DISTINCT FROM b.speaker
