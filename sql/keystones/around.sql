-- k, claim: all of which what supports it is made, be it now or without something
SELECT u.larger AS k, c.id AS claim
FROM claim c JOIN above u ON u.thing = c.about JOIN supported s ON s.k = u.larger WHERE c.side IN ('for', 'ahead')
UNION
SELECT k, claim FROM speaking_against
