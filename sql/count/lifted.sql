-- k, actor, label: those whom the level cannot tell apart have one label
SELECT k, one AS actor, one AS label FROM lift_tie
UNION
SELECT k, other, other FROM lift_tie
