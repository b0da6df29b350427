-- claim: those of the topic and of the event with its parts, where these are asked for
SELECT c.id AS claim FROM claim c JOIN asked a ON a.topic IS NULL OR c.topic = a.topic
WHERE a.event IS NULL OR EXISTS (SELECT 1 FROM above u JOIN asked e ON e.event = u.larger WHERE u.thing = c.about)
