-- what they belong to
SELECT actor, larger, since, until FROM member
UNION ALL
SELECT m.actor || ' ' || k.world, m.larger, m.since, m.until
FROM member m JOIN kept_document k ON k.document = m.actor
