-- k, sides, firm: claims that are asked about
SELECT k.* FROM all_ask k JOIN among a ON a.claim = k.k
