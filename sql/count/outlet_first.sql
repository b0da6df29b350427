-- claim, outlet: whose voice it is where an outlet only prints it again
SELECT x.claim, min(x.outlet) AS outlet
FROM outlet_print x LEFT JOIN outlet_print y ON y.claim = x.claim AND y.document = x.original
GROUP BY x.claim HAVING count(y.claim) = 0 AND count(DISTINCT x.outlet) = 1
