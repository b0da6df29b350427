-- claim, document: what prints or states each claim, and what that is copied from
SELECT p.claim, k.other AS document FROM place p JOIN copied k ON k.document = p.document
UNION
SELECT c.id, k.other FROM claim c JOIN copied k ON k.document = c.speaker
