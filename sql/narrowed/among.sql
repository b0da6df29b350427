-- claim: all that are asked about
SELECT o.claim FROM about_asked o JOIN asked a ON 1 = 1
WHERE a.actor IS NULL OR EXISTS (SELECT 1 FROM speaking s WHERE s.claim = o.claim)
