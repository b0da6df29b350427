-- day: the last on which something was published that says or is spoken of
SELECT max(d.published) FROM document d
WHERE EXISTS (SELECT 1 FROM place p WHERE p.document = d.id) OR EXISTS (SELECT 1 FROM claim c WHERE c.about = d.id)
