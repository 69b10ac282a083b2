"""A training run on transformers.Trainer: the step, its diagnostics, checkpoints, the whole."""
