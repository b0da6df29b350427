-- part, claim, other: answers
SELECT s.part, r.claim, r.other
FROM slice_claim s JOIN answer r ON r.claim = s.claim JOIN slice_claim o ON o.part = s.part AND o.claim = r.other
ORDER BY 1, 2, 3
