-- reports, root, part, claim, document: each echo with its reports, then its claims
SELECT e.reports, e.root, 1 AS part, r.document, r.teller, r.claim, s.name
FROM echo e JOIN echo_report r ON r.root = e.root JOIN said_name s ON s.claim = r.claim
UNION ALL
SELECT e.reports, e.root, 2, '', '', m.claim, '' FROM echo e JOIN echo_of m ON m.root = e.root
UNION ALL
SELECT e.reports, e.root, 0, '', '', e.root, s.name FROM echo e JOIN said_name s ON s.claim = e.root
ORDER BY 1 DESC, 2, 3, 4, 5, 6
