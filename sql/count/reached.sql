-- k, root, firm, unsure, hidden: all roots
SELECT b.k, b.root, f.k IS NOT NULL AND l.k IS NULL AS firm, u.claim IS NOT NULL AS unsure, l.k IS NOT NULL AS hidden
FROM (SELECT DISTINCT k, root FROM behind) b LEFT JOIN firm f ON f.k = b.k AND f.root = b.root
  LEFT JOIN held_lean l ON l.k = b.k AND l.root = b.root LEFT JOIN unsure u ON u.claim = b.root
