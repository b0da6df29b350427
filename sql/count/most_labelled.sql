-- k, speaker, kind, member, apart, together, judged: their labels without and with judgements
SELECT m.k, m.speaker, m.kind, m.member, m.label AS apart, coalesce(j.label, m.label) AS together,
  coalesce(('= ' || s.label), m.member) AS judged
FROM most_voice m LEFT JOIN lift_judged j ON j.k = m.k AND j.actor = m.label LEFT JOIN same_group s ON s.actor = m.member
