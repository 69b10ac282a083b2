"""Programs drawn from a model, and their scores: samplers, temperatures, verbalized sampling, checkpoints."""
