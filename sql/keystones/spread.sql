-- gone, claim: what each speaker says, and what falls with it
SELECT speaker AS gone, id AS claim FROM claim WHERE speaker IS NOT NULL
