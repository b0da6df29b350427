-- actor, label: what is judged to be the same has one label
SELECT one AS actor, one AS label FROM same
UNION
SELECT other, other FROM same
