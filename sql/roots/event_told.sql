-- k, claim: all that supports it, in a circle of relays, too
SELECT k, claim FROM vote WHERE does IN ('vouching', 'presuming', 'expecting', 'circular')
