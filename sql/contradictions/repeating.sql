-- claim: it passes on one with the same figure, thing, side and time
SELECT DISTINCT r.claim
FROM relay r JOIN every_figured a ON a.id = r.claim JOIN every_figured b ON b.id = r.other
WHERE r.claim <> r.other AND a.about = b.about AND a.side = b.side AND a.measure = b.measure AND a.counted = b.counted
  AND a.when_from IS NOT DISTINCT FROM b.when_from AND a.when_to IS NOT DISTINCT FROM b.when_to
  AND a.when_text IS NOT DISTINCT FROM b.when_text
  AND a.low IS NOT DISTINCT FROM b.low AND a.high IS NOT DISTINCT FROM b.high
  AND coalesce(a.low_open, false) = coalesce(b.low_open, false) AND coalesce(a.high_open, false) = coalesce(b.high_open, false)
  AND coalesce(a.approximate, false) = coalesce(b.approximate, false) AND a.vague IS NOT DISTINCT FROM b.vague
  AND a.currency IS NOT DISTINCT FROM b.currency AND a.total IS NOT DISTINCT FROM b.total
  AND a.per IS NOT DISTINCT FROM b.per AND a.mode IS NOT DISTINCT FROM b.mode AND a.stage IS NOT DISTINCT FROM b.stage
  AND a.thing IS NOT DISTINCT FROM b.thing
