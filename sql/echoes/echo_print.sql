-- root, document: where one of them is printed
SELECT DISTINCT e.root, p.document FROM echo_of e JOIN place p ON p.claim = e.claim
