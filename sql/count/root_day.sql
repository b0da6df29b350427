-- claim, speaker, kind, day, firsthand: the roots that have a speaker
SELECT r.root AS claim, s.speaker, coalesce(a.voice, 'organization') AS kind,
  coalesce(c.said_to, DATE '9999-12-31') AS day, c.firsthand
FROM (SELECT DISTINCT root FROM reached) r JOIN claim c ON c.id = r.root JOIN root_speaker s ON s.claim = r.root
  LEFT JOIN actor a ON a.id = s.speaker
WHERE s.speaker IS NOT NULL
