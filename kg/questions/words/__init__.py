"""Questions in words: pure, without a model, a network or a store."""
