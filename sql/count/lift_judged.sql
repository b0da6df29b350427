-- k, actor, label: those who are one by judgement have one label
SELECT k, one AS actor, one AS label FROM lift_judged_tie
UNION
SELECT k, other, other FROM lift_judged_tie
