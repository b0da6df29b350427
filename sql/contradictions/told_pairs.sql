-- both figures of each pair with their events, and whether they stand in one paragraph
SELECT s.name, x.name, t.id IS NOT NULL, t.period_from, t.period_to, t.period_text, w.weapon,
  u.id IS NOT NULL, u.period_from, u.period_to, u.period_text, v.weapon,
  p.one IS NOT NULL, back.thing IS NOT NULL, up.thing IS NOT NULL, a.*, b.*
FROM figure_near n JOIN figured a ON a.id = n.one JOIN figured b ON b.id = n.other
  JOIN said_name s ON s.claim = n.one JOIN said_name x ON x.claim = n.other
  LEFT JOIN thing t ON t.id = a.about LEFT JOIN thing u ON u.id = b.about
  LEFT JOIN of_one_type w ON w.event = a.about LEFT JOIN of_one_type v ON v.event = b.about
  LEFT JOIN one_paragraph p ON p.one = n.one AND p.other = n.other
  LEFT JOIN above up ON up.thing = a.about AND up.larger = b.about AND a.about <> b.about
  LEFT JOIN above back ON back.thing = b.about AND back.larger = a.about AND a.about <> b.about
