-- claim, thing: what each denial or doubt is against, whether it stands or not
SELECT id AS claim, about AS thing FROM claim WHERE side IN ('against', 'doubt')
UNION
SELECT c.id, o.about FROM claim c JOIN answer a ON a.claim = c.id JOIN claim o ON o.id = a.other
WHERE c.side IN ('against', 'doubt') AND o.side IN ('for', 'ahead')
