-- part, and documents
SELECT s.part, d.id, d.published, d.recorded, d.outlet, d.copy_of, d.held
FROM slice_document s JOIN document d ON d.id = s.document
ORDER BY 1, 2
