-- actor, larger, since, until: nothing, where each speaks alone
SELECT actor, larger, since, until FROM larger WHERE 1 = 0
