-- world, document: what was published by then
SELECT w.world, d.id AS document FROM document d JOIN day_world w ON d.published <= w.day
