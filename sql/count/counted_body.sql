-- k, v, speaker, label: all who count in the least number, by body
SELECT k, v, speaker, label FROM sure_body
UNION ALL
SELECT k, v, speaker, speaker FROM joint_fate WHERE fate = 'in'
