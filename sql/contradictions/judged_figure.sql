-- those that do not only repeat what they pass on, by what two figures must share to be compared
SELECT f.*, f.measure || '/' || coalesce(f.currency, '') || '/' || f.counted || '/' || coalesce(CAST(f.total AS VARCHAR(99)), '')
  || '/' || coalesce(f.per, '') || '/' || coalesce(f.mode, '') || '/' || coalesce(f.stage, '') || '/' || f.side AS kind
FROM figured f WHERE NOT EXISTS (SELECT 1 FROM repeating r WHERE r.claim = f.id)
