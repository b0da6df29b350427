-- about, asking, size: how many denials are beside how many assertions
SELECT d.about, d.asking, coalesce(l.size, 0) AS size
FROM (SELECT about, count(*) AS asking FROM plain_denial GROUP BY about) d
  LEFT JOIN (SELECT about, count(*) AS size FROM denied_line GROUP BY about) l ON l.about = d.about
