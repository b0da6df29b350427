-- k, v, actor, label: bodies that are one by judgement have one label
SELECT k, v, one AS actor, one AS label FROM judged_tie
UNION
SELECT k, v, other, other FROM judged_tie
