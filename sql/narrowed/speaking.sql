-- claim: said by the actor, alone or with others, or by one who belongs to it on the day
SELECT c.id AS claim FROM claim c JOIN asked a ON a.actor = c.speaker
UNION
SELECT s.claim FROM claim_speaker s JOIN asked a ON a.actor = s.speaker
UNION
SELECT s.claim
FROM claim_speaker s JOIN claim c ON c.id = s.claim
  JOIN larger u ON u.actor = s.speaker AND c.said_to BETWEEN u.since AND u.until JOIN asked a ON a.actor = u.larger
