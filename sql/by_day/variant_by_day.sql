-- places that differ
SELECT v.* FROM every_variant v JOIN document d ON d.id = v.document JOIN claim c ON c.id = v.claim
