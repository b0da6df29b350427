-- event, weapon: events that are about one type
SELECT event, min(weapon) AS weapon FROM thing_of GROUP BY event HAVING count(*) = 1
