-- kind, one, other: those under one topic once
SELECT n.kind, n.one, n.other
FROM all_figure_near n JOIN claim a ON a.id = n.one JOIN claim b ON b.id = n.other
WHERE n.kind <> '' OR a.topic <> b.topic
