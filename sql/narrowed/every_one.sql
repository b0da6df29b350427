-- claim: all that there is
SELECT id AS claim FROM claim
