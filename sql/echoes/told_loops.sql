-- leader, member, name: the circles
SELECT c.leader, c.member, s.name FROM circling c JOIN said_name s ON s.claim = c.member ORDER BY 1, 2
