-- member, leader: the circles that are shown
SELECT member, leader FROM circle
