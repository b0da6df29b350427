-- world, document: what was published by then
SELECT w.world, d.id AS document
FROM viewed_document v JOIN document d ON d.id = v.document JOIN day_world w ON d.published <= w.day
