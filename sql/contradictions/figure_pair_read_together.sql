-- one, other: all of these, also those that cannot be compared
SELECT one, other FROM figure_near
