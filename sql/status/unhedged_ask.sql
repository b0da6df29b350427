-- k, sides, firm: what may be confirmed by those who vouch without a hedge
SELECT k, 'for' AS sides, true AS firm FROM confirmable
