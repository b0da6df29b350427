-- judgements that were decided by then
SELECT s.* FROM every_same s JOIN day_asked a ON s.decided <= a.recorded
