-- actor, day: when these speak
SELECT teller AS actor, teller_day AS day FROM lean_pair
UNION
SELECT other, other_day FROM lean_pair WHERE other IS NOT NULL
