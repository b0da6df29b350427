-- denials that answer nothing of that kind
SELECT d.id, d.about, d.moment, d.clock FROM denial d WHERE NOT EXISTS (SELECT 1 FROM answering a WHERE a.one = d.id)
