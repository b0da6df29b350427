"""Speed beside hand-written code: side by side in one run, medians, ratios. `python -m bench` runs all."""
