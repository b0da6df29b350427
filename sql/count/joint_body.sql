-- k, v, speaker, label, actor: their bodies
SELECT j.k, j.v, j.speaker, coalesce(b.label, j.actor) AS label, j.actor
FROM joint_actor j LEFT JOIN body b ON b.k = j.k AND b.v = j.v AND b.actor = j.actor
