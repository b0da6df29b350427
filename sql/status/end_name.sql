-- claim, speaker: who speaks at the ends of its chains; an unknown speaker by the claim
SELECT DISTINCT e.claim, coalesce(r.speaker, '? ' || r.id) AS speaker
FROM standing_end e JOIN claim r ON r.id = e.root
