-- kind, one, other: all of these
SELECT kind, one, other FROM figure_within
UNION ALL
SELECT kind, one, other FROM figure_between
