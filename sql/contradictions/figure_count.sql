-- kind, about, size: how many there are
SELECT kind, about, count(*) AS size FROM figure_line GROUP BY kind, about
