-- gone, part: which losses are counted at once, each in a copy of its own: as many as there is room for
SELECT g.gone, CAST(floor(g.counted_before / b.at_once) AS BIGINT) AS part
FROM looked_at g JOIN work_bound b ON 1 = 1
