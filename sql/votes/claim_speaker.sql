-- claim, speaker: who speaks; those of a joint statement one by one
SELECT c.id AS claim, coalesce(j.member, c.speaker) AS speaker
FROM claim c LEFT JOIN joint j ON j.speaker = c.speaker WHERE c.speaker IS NOT NULL
