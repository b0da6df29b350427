-- claim, here: what falls when a claim does, as far as each passes on one alone
SELECT o.claim, o.other AS here
FROM only_relay o LEFT JOIN only_round r ON r.claim = o.claim AND r.here = o.claim WHERE r.claim IS NULL
