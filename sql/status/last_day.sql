-- day: the last of these
SELECT max(day) FROM publication_day
