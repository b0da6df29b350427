-- k, teller, other: who passes on whom, at any remove
SELECT DISTINCT p.k, p.teller, p.named AS other
FROM lean_pair p LEFT JOIN one_body o ON o.teller = p.teller AND o.teller_day = p.teller_day
  AND o.other = p.other AND o.other_day = p.other_day
WHERE o.teller IS NULL
