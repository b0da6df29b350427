-- each of these figures with who gives it, the claim as it is told, and the event
SELECT s.name, f.speaker, f.about, p.period, w.weapon, t.*
FROM figured f JOIN telling t ON t.id = f.id JOIN said_name s ON s.claim = f.id
  LEFT JOIN lasting p ON p.id = f.about LEFT JOIN of_one_type w ON w.event = f.about
