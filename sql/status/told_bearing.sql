-- k, part, name: who asserts, denies, questions, expects it, denies a part of it or doubts a side of it
SELECT DISTINCT s.k, x.part, n.name
FROM standing_event s JOIN (
  SELECT k, claim, CASE does WHEN 'wavering' THEN 3 WHEN 'expecting' THEN 4 ELSE 1 END AS part FROM vote
  WHERE does IN ('vouching', 'presuming', 'wavering', 'expecting')
  UNION ALL
  SELECT k, claim, CASE does WHEN 'denying' THEN 2 WHEN 'doubting' THEN 3 ELSE 6 END FROM opposed
  UNION ALL
  SELECT k, claim, 5 FROM partly
) x ON x.k = s.k JOIN said_name n ON n.claim = x.claim
ORDER BY 1, 2, 3
