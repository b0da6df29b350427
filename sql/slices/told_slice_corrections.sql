-- part, document, wrong
SELECT s.part, x.document, x.wrong FROM slice_document s JOIN correction x ON x.document = s.document ORDER BY 1, 2, 3
