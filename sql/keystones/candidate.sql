-- gone, document: who speaks, and what prints something
SELECT g.gone, d.id IS NOT NULL AS document
FROM (SELECT speaker AS gone FROM claim WHERE speaker IS NOT NULL UNION SELECT document FROM place) g
  LEFT JOIN document d ON d.id = g.gone
