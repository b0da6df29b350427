-- k, v, actor, label: actors that may be one have one label
SELECT k, v, one AS actor, one AS label FROM body_tie
UNION
SELECT k, v, other, other FROM body_tie
