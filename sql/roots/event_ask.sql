-- k, sides, firm: where somebody asserts it roots must assert it, else they may expect it
SELECT k, CASE WHEN bool_or(does <> 'expecting') THEN 'for' ELSE 'support' END AS sides, false AS firm
FROM vote WHERE does IN ('vouching', 'presuming', 'expecting') GROUP BY k
