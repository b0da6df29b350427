-- k, speaker: who doubts the whole; those of a joint statement as one
SELECT DISTINCT x.k, c.speaker FROM opposed x JOIN claim c ON c.id = x.claim
WHERE x.does = 'doubting' AND c.speaker IS NOT NULL
