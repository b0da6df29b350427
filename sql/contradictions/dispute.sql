-- one, other: denials and what they deny
SELECT one, other, true AS answers FROM answering
UNION ALL
SELECT one, other, false FROM denied_near
