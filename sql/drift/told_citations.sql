-- what differs where a claim is printed: who says it, the claim as it is told, and the place
SELECT s.name, a.*, v.document, v.paragraph, v.begins, v.wording, v.said, v.held, v.figure, v.note
FROM differing v JOIN telling a ON a.id = v.claim JOIN said_name s ON s.claim = v.claim
ORDER BY a.id, v.document, v.paragraph, v.begins
