-- part, claim, other: relays
SELECT s.part, r.claim, r.other
FROM slice_claim s JOIN relay r ON r.claim = s.claim JOIN slice_claim o ON o.part = s.part AND o.claim = r.other
ORDER BY 1, 2, 3
