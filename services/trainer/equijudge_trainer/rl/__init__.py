"""Training by reinforcement."""
