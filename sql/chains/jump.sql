-- claim, here: where chains have come; each round doubles the hops
SELECT claim, other AS here FROM hop
