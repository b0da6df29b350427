-- k, speaker: who passes on another root and adds none; of those in a circle the first is left
SELECT DISTINCT a.k, a.teller AS speaker
FROM leans_on a LEFT JOIN leans_on b ON b.k = a.k AND b.teller = a.other AND b.other = a.teller
WHERE a.other <> a.teller AND (a.other < a.teller OR b.k IS NULL)
