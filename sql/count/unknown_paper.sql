-- k, claim, label: these by documents that they share, directly or through others; a reprint is its original
SELECT DISTINCT u.k, u.claim, min(o.original) OVER (PARTITION BY u.k, u.claim) AS label, o.original
FROM unknown_root u JOIN place p ON p.claim = u.claim JOIN original o ON o.document = p.document
