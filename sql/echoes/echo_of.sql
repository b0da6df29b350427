-- root, claim: claims whose chains all end at one root
SELECT min(root) AS root, claim FROM chain_end GROUP BY claim HAVING count(*) = 1
