-- k, name
SELECT claim AS k, name FROM said_name
