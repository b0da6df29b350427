-- k, event, parts: events that may be confirmed, once as they are, and where a part is denied without those who only assert such a part
SELECT s.k, s.k AS event, false AS parts
FROM standing_event s JOIN counted n ON n.k = s.k AND n.witnesses >= 2 JOIN weight w ON w.k = s.k AND w.vouched
  LEFT JOIN counterweight o ON o.k = s.k
WHERE NOT coalesce(o.denied, false) AND NOT coalesce(o.doubted, false) AND NOT coalesce(s.ahead, false)
UNION ALL
SELECT s.k || ' without parts', s.k, true
FROM standing_event s JOIN counted n ON n.k = s.k AND n.witnesses >= 2 JOIN weight w ON w.k = s.k AND w.vouched
  LEFT JOIN counterweight o ON o.k = s.k
WHERE NOT coalesce(o.denied, false) AND NOT coalesce(o.doubted, false) AND NOT coalesce(s.ahead, false)
  AND EXISTS (SELECT 1 FROM partly p WHERE p.k = s.k)
