-- id, teller: all others, and who tells each
SELECT id, coalesce(speaker, id) AS teller FROM claim WHERE attribution IS NULL OR attribution <> 'held back' OR speaker IS NOT NULL
