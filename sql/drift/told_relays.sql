-- what is relayed and its relay, where they may differ: who says them, and each as it is told
SELECT s.name, r.name, a.*, b.*
FROM retelling p JOIN telling a ON a.id = p.other JOIN telling b ON b.id = p.claim
  JOIN said_name s ON s.claim = p.other JOIN said_name r ON r.claim = p.claim
WHERE a.stance <> b.stance OR a.hedge <> b.hedge OR a.figure IS DISTINCT FROM b.figure
  OR (a.held <> b.held AND a.held NOT LIKE '||%' AND b.held NOT LIKE '||%')
ORDER BY a.id, b.id
