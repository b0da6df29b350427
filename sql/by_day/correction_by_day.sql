-- corrections that were known
SELECT x.* FROM every_correction x JOIN document d ON d.id = x.document JOIN document w ON w.id = x.wrong
