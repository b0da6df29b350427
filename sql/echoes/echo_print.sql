-- root, document: where one of them is printed; what is held back is no report
SELECT DISTINCT e.root, p.document FROM echo_of e JOIN open_claim c ON c.id = e.claim JOIN place p ON p.claim = e.claim
