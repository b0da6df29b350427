-- part, claim: what is asked about
SELECT s.part, c.id
FROM slice s JOIN claim c ON c.about = s.k JOIN among a ON a.claim = c.id
  JOIN slice_claim p ON p.part = s.part AND p.claim = c.id
ORDER BY 1, 2
