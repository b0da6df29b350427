-- actor, larger, since, until: everything up to the state
SELECT actor, larger, since, until FROM up_to_state
