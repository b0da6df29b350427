SELECT claim, here FROM only_round
UNION
SELECT r.claim, o.other FROM only_round r JOIN only_relay o ON o.claim = r.here
