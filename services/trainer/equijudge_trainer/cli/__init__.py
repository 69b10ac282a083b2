"""Commands of the trainer. Modules here import neither torch nor transformers: `equijudge --help` loads them all."""
