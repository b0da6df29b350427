-- claim, name: who says each claim
SELECT c.id AS claim, CASE WHEN c.speaker IS NULL THEN ('? (' || c.id || ')') ELSE coalesce(a.name, c.speaker) END AS name
FROM claim c LEFT JOIN actor a ON a.id = c.speaker
