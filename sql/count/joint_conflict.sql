-- k, v, speaker, earlier: joint statements that share a body with one before them
SELECT DISTINCT a.k, a.v, a.speaker, b.speaker AS earlier
FROM joint_body a JOIN joint_body b ON b.k = a.k AND b.v = a.v AND b.label = a.label AND b.speaker < a.speaker
