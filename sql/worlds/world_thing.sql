-- these
SELECT t.id || ' ' || k.world AS id, t.name, t.event, t.within || ' ' || k.world AS within, t.stage, t.ahead,
  t.period_from, t.period_to, t.period_text
FROM thing t JOIN kept_thing k ON k.thing = t.id
