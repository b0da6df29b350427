-- claim, outlet: whose voice it is where an outlet only prints it again, and nobody else quotes it
SELECT x.claim, min(x.outlet) AS outlet
FROM outlet_print x LEFT JOIN outlet_print y ON y.claim = x.claim AND y.document = x.original
WHERE NOT EXISTS (
  SELECT 1 FROM place p JOIN document d ON d.id = p.document JOIN claim c ON c.id = p.claim
  WHERE p.claim = x.claim AND coalesce(d.outlet, '') <> c.speaker
)
GROUP BY x.claim HAVING count(y.claim) = 0 AND count(DISTINCT x.outlet) = 1
