"""The library of questions: Cypher presets with a header, free Cypher, and questions in words."""
