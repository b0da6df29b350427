-- document, original: what each document prints again or translates in the end, else itself
SELECT document, other AS original
FROM (SELECT document, other, row_number() OVER (PARTITION BY document ORDER BY n DESC) AS place FROM copied) c
WHERE place = 1
