-- actor, day, larger: for whom
SELECT actor, day, actor AS larger FROM lean_day
UNION
SELECT d.actor, d.day, u.larger FROM lean_day d JOIN up_to_state u ON u.actor = d.actor AND d.day BETWEEN u.since AND u.until
