-- k, sides, firm: each topic
SELECT DISTINCT topic AS k, 'support' AS sides, false AS firm FROM supporting_topic
