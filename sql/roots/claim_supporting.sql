-- k, claim, vouches: the claim
SELECT k, k AS claim, true AS vouches FROM ask
