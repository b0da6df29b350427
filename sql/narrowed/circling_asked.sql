-- member, leader: likewise
SELECT c.* FROM all_circling c JOIN (
  SELECT DISTINCT m.leader FROM all_circling m JOIN among a ON a.claim = m.member
) x ON x.leader = c.leader
