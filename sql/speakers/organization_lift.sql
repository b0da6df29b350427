-- actor, larger, since, until: the organizations that an actor belongs to without a state in between
SELECT actor, larger, since, until FROM below_state WHERE kind = 'organization'
