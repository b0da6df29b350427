-- k, v, speaker, larger: what their bodies belong to
SELECT DISTINCT f.k, f.v, f.speaker, u.larger
FROM free f JOIN witness w ON w.k = f.k AND w.v = f.v AND w.speaker = f.speaker
  JOIN larger u ON u.actor = f.office AND w.day BETWEEN u.since AND u.until
