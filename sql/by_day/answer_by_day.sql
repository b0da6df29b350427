-- answers of which both ends were known
SELECT a.* FROM every_answer a JOIN claim c ON c.id = a.claim JOIN claim o ON o.id = a.other
