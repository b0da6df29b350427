-- claim, here: where that leads from claims in circles
SELECT o.claim, o.other AS here FROM only_relay o JOIN circle c ON c.member = o.claim
