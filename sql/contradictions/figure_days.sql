-- id, first_day, last_day, thing: for which days a figure holds at most, and what it says that it counts;
-- none where a text tells more than the ends of the days
SELECT id, thing, first_day,
  CASE WHEN done AND plain AND said_text IS NULL AND (first_day IS NULL OR first_day <= said_to) THEN least(coalesce(last_day, said_to), said_to)
    ELSE last_day END AS last_day
FROM (
  SELECT id, thing, done, said_to, said_text, span_text IS NULL AS plain,
    CASE WHEN span_text IS NULL THEN span_from END AS first_day, CASE WHEN span_text IS NULL THEN span_to END AS last_day
  FROM (
    SELECT id, thing, done, said_to, said_text,
      CASE WHEN own THEN when_from WHEN counted_then THEN said_from ELSE period_from END AS span_from,
      CASE WHEN own THEN when_to WHEN counted_then THEN said_to ELSE period_to END AS span_to,
      CASE WHEN own THEN when_text WHEN counted_then THEN said_text ELSE period_text END AS span_text
    FROM (
      SELECT f.id, f.thing, c.said_from, c.said_to, c.said_text, c.when_from, c.when_to, c.when_text, t.period_from,
        t.period_to, t.period_text, f.side = 'for' AND a.stage IS NULL AS done,
        c.when_from IS NOT NULL OR c.when_to IS NOT NULL AS own,
        coalesce(f.mode = 'stock', false) AND f.measure = 'count' AND f.side = 'for' AND a.stage IS NULL AS counted_then
      FROM figured f JOIN claim c ON c.id = f.id LEFT JOIN thing t ON t.id = f.about
        LEFT JOIN stage_ahead a ON a.stage = f.stage
    ) given
  ) chosen
) ends
