-- claim: it only keeps the place of one that is not shared
SELECT id AS claim FROM claim WHERE attribution = 'held back' AND speaker IS NULL
