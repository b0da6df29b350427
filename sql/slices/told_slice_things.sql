-- part, and what claims are about
SELECT s.part, t.id, t.name, t.event, t.within, t.stage, t.period_from, t.period_to, t.period_text
FROM slice_thing s JOIN thing t ON t.id = s.thing
ORDER BY 1, 2
