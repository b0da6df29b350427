-- documents
SELECT d.id || ' ' || k.world AS id, d.published, d.outlet, d.copy_of || ' ' || k.world AS copy_of, d.held
FROM document d JOIN kept_document k ON k.document = d.id
