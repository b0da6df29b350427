-- k, speaker, kind, member, label: all who may be somebody else; those of a joint statement one by one
SELECT w.k, w.speaker, w.kind, coalesce(j.member, w.speaker) AS member, coalesce(l.label, j.member, w.speaker) AS label
FROM voice w LEFT JOIN joint j ON j.speaker = w.speaker
  LEFT JOIN lifted l ON l.k = w.k AND l.actor = coalesce(j.member, w.speaker)
WHERE w.v = 'a'
