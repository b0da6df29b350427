-- claims that were known by then
SELECT c.* FROM every_claim c LEFT JOIN gone g ON g.claim = c.id WHERE g.claim IS NULL
