-- part, claim: all of which what is in a part is made, and what that is about
SELECT DISTINCT s.part, a.claim FROM slice s JOIN around a ON a.k = s.k
