-- k, name, stage, ahead: events on which something bears
SELECT s.k, t.name, t.stage, t.ahead
FROM subject s JOIN thing t ON t.id = s.k
WHERE t.event AND (EXISTS (SELECT 1 FROM weight w WHERE w.k = s.k)
  OR EXISTS (SELECT 1 FROM counterweight o WHERE o.k = s.k) OR EXISTS (SELECT 1 FROM partly p WHERE p.k = s.k)
  OR EXISTS (SELECT 1 FROM spoken_of b WHERE b.k = s.k))
