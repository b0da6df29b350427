-- speaker, member, day: who speaks on which days; those of a joint statement one by one
SELECT DISTINCT r.speaker, coalesce(j.member, r.speaker) AS member, r.day
FROM root_day r LEFT JOIN joint j ON j.speaker = r.speaker
