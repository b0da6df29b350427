-- claim, day: when each claim was first printed
SELECT c.id AS claim, coalesce(min(d.published), DATE '9999-12-31') AS day
FROM claim c LEFT JOIN place p ON p.claim = c.id LEFT JOIN document d ON d.id = p.document
GROUP BY c.id
