-- member, leader: the claims of each circle with the first of them by id
SELECT DISTINCT here AS member, min(here) OVER (PARTITION BY start) AS leader FROM circle_back
