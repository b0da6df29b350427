-- day: each on which something was published that says, is spoken of, corrects, or is corrected or printed again
SELECT DISTINCT d.published AS day FROM document d
WHERE EXISTS (SELECT 1 FROM place p WHERE p.document = d.id) OR EXISTS (SELECT 1 FROM claim c WHERE c.about = d.id)
  OR EXISTS (SELECT 1 FROM document c WHERE c.copy_of = d.id)
  OR EXISTS (SELECT 1 FROM correction x WHERE x.document = d.id OR x.wrong = d.id)
