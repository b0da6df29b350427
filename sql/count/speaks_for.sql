-- member, day, own_voice, compiles: whether one speaks as an outlet does, or for one who compiles
SELECT m.member, m.day, bool_or(coalesce(a.own_voice AND a.voice <> 'unnamed', false) OR coalesce(l.own_voice, false)) AS own_voice,
  bool_or(coalesce(a.compiles AND a.voice <> 'unnamed', false) OR coalesce(l.compiles, false)) AS compiles
FROM (SELECT DISTINCT member, day FROM root_member) m LEFT JOIN actor a ON a.id = m.member
  LEFT JOIN larger u ON u.actor = m.member AND a.voice = 'person' AND m.day BETWEEN u.since AND u.until
  LEFT JOIN actor l ON l.id = u.larger
GROUP BY m.member, m.day
