-- documents that were published and recorded by then
SELECT d.* FROM every_document d JOIN day_asked a ON d.published <= a.published AND d.recorded <= a.recorded
