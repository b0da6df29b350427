-- both figures of each pair, whether they stand in one paragraph, and which event is a part of the other
SELECT p.one IS NOT NULL, up.thing IS NOT NULL, back.thing IS NOT NULL, a.*, b.*
FROM figure_pair n JOIN figure_told a ON a.id = n.one JOIN figure_told b ON b.id = n.other
  LEFT JOIN one_paragraph p ON p.one = n.one AND p.other = n.other
  LEFT JOIN above up ON up.thing = a.about AND up.larger = b.about AND a.about <> b.about
  LEFT JOIN above back ON back.thing = b.about AND back.larger = a.about AND a.about <> b.about
