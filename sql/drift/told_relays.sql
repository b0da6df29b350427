-- what is relayed and its relay, where they may differ: who says them, and each with its figure
SELECT s.name, r.name, a.*, b.*
FROM retelling p JOIN telling a ON a.id = p.other JOIN telling b ON b.id = p.claim
  JOIN said_name s ON s.claim = p.other JOIN said_name r ON r.claim = p.claim
WHERE a.stance <> b.stance OR a.hedge <> b.hedge
  OR a.when_from IS DISTINCT FROM b.when_from OR a.when_to IS DISTINCT FROM b.when_to
  OR a.when_text IS DISTINCT FROM b.when_text
  OR a.low IS DISTINCT FROM b.low OR a.high IS DISTINCT FROM b.high OR a.low_open IS DISTINCT FROM b.low_open
  OR a.high_open IS DISTINCT FROM b.high_open OR a.approximate IS DISTINCT FROM b.approximate
  OR a.unit IS DISTINCT FROM b.unit OR a.measure IS DISTINCT FROM b.measure OR a.mode IS DISTINCT FROM b.mode
  OR a.stage IS DISTINCT FROM b.stage OR a.wording IS DISTINCT FROM b.wording OR a.sort IS DISTINCT FROM b.sort
  OR a.currency IS DISTINCT FROM b.currency OR a.total IS DISTINCT FROM b.total OR a.per IS DISTINCT FROM b.per
ORDER BY a.id, b.id
