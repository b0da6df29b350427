-- k, claim, vouches: what speaks for anything under a topic
SELECT topic AS k, claim, true AS vouches FROM supporting_topic
