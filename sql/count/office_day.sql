-- speaker, day, larger: the bodies to which a described source belongs
SELECT DISTINCT r.speaker, r.day, b.larger
FROM (SELECT DISTINCT speaker, day FROM root_day WHERE kind = 'unnamed') r
  JOIN belongs b ON b.actor = r.speaker AND r.day BETWEEN b.since AND b.until
