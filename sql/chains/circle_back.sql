-- start, here: claims in one circle with a rising claim
SELECT start, here FROM circle_walk WHERE start = here
