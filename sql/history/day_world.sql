-- world, day: the days that are looked at, each a world of its own
SELECT CAST(d.day AS VARCHAR(99)) AS world, d.day FROM publication_day d JOIN first_day f ON d.day >= f.day
