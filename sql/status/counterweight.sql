-- k and what speaks against it
SELECT k, bool_or(does = 'denying') AS denied, bool_or(does = 'doubting') AS doubted,
  bool_or(does = 'facet') AS sided, bool_or(does = 'facet' AND facet <> 'how-many') AS side_doubted
FROM (SELECT o.k, o.does, c.facet FROM opposed o JOIN claim c ON c.id = o.claim) x
GROUP BY k
