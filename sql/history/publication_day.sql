-- day: each on which something was published that says or is spoken of
SELECT DISTINCT d.published AS day FROM document d
WHERE EXISTS (SELECT 1 FROM place p WHERE p.document = d.id) OR EXISTS (SELECT 1 FROM claim c WHERE c.about = d.id)
