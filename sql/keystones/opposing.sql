-- k, claim: denials and doubts of what is supported, of a larger event or of a part, whether they stand or not
SELECT u.larger AS k, m.claim
FROM aiming m JOIN above u ON u.thing = m.thing JOIN supported s ON s.k = u.larger
UNION
SELECT u.thing, m.claim
FROM aiming m JOIN above u ON u.larger = m.thing JOIN supported s ON s.k = u.thing
