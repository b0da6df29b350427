-- one, other, id, decided: judgements
SELECT one, other, id, decided FROM same ORDER BY 1, 2, 3
