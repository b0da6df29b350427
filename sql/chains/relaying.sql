-- claim: each that passes another one on
SELECT DISTINCT claim FROM relay
