-- where they were printed
SELECT p.* FROM every_place p JOIN document d ON d.id = p.document JOIN claim c ON c.id = p.claim
