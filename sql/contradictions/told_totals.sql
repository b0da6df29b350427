-- these, each with where it is printed
SELECT p.document, d.*
FROM judged_figure f JOIN total_group g ON g.kind = f.kind AND g.about = f.about AND g.speaker = coalesce(f.speaker, '')
  JOIN figure_told d ON d.id = f.id JOIN place p ON p.claim = f.id
ORDER BY f.id, p.document
