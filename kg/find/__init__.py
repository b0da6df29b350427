"""Finding questions and names by words: pure, without a model, a network or a store."""
