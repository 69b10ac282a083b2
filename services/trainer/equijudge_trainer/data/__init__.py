"""From equivalence sets to batches: rows, tokens, orders."""
