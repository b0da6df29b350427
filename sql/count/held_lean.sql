-- k, root: whoever speaks may pass on another root, since a part of the chains is held back
SELECT DISTINCT r.k, r.root
FROM (SELECT DISTINCT k, root FROM behind) r JOIN claim e ON e.id = r.root
  JOIN behind b ON b.k = r.k JOIN held_claim h ON h.claim = b.root JOIN claim c ON c.id = b.claim
WHERE c.speaker IS NOT DISTINCT FROM e.speaker
UNION
SELECT DISTINCT r.k, r.root
FROM (SELECT DISTINCT k, root FROM behind) r JOIN behind b ON b.k = r.k JOIN held_claim h ON h.claim = b.claim
WHERE b.root <> r.root
