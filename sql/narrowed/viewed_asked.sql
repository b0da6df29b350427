-- claim: all on which it rests how things stand with what is asked about, on any day
SELECT c.id AS claim FROM claim c JOIN above u ON u.thing = c.about JOIN subject s ON s.k = u.larger
UNION
SELECT x.claim FROM speaking_against x JOIN subject s ON s.k = x.k
