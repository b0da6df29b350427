-- tellers and others that speak for one body
SELECT DISTINCT p.teller, p.teller_day, p.other, p.other_day
FROM (SELECT DISTINCT teller, teller_day, other, other_day FROM lean_pair WHERE other IS NOT NULL) p
  JOIN lean_body a ON a.actor = p.teller AND a.day = p.teller_day
  JOIN lean_body b ON b.actor = p.other AND b.day = p.other_day AND b.larger = a.larger
