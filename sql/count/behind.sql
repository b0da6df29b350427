-- k, claim, root: without these
SELECT b.k, b.claim, b.root FROM behind_all b LEFT JOIN wavering_root w ON w.k = b.k AND w.root = b.root
WHERE w.k IS NULL
