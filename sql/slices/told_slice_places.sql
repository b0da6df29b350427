-- part, claim, document, paragraph
SELECT s.part, p.claim, p.document, p.paragraph FROM slice_claim s JOIN place p ON p.claim = s.claim ORDER BY 1, 2, 3, 4
