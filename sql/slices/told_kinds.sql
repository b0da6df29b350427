-- how many figures of one kind there are of an event, and how many of these are asked about, with one to tell the kind
SELECT f.about, f.stance, count(*), count(a.claim), f.unit, f.measure, f.mode, f.stage, f.sort, f.currency, f.total, f.per
FROM figured f JOIN thing t ON t.id = f.about AND t.event JOIN subject s ON s.k = f.about LEFT JOIN among a ON a.claim = f.id
GROUP BY f.about, f.stance, f.unit, f.measure, f.mode, f.stage, f.sort, f.currency, f.total, f.per
ORDER BY 1
