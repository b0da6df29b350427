-- k, claim: denials of a part, and not only of how many
SELECT DISTINCT a.larger AS k, m.claim
FROM above a JOIN thing t ON t.id = a.thing JOIN aimed m ON m.thing = a.thing JOIN claim c ON c.id = m.claim
  LEFT JOIN opposed x ON x.k = a.larger AND x.claim = m.claim AND x.does = 'denying'
WHERE a.larger <> a.thing AND c.side = 'against' AND c.facet <> 'how-many' AND x.k IS NULL
