"""From equivalence sets to batches: sets, rows, tokens, orders."""
