"""What lies in Redis and how it changes: names and rules (schema, run_schema), the scripts (jobs/, runs/), and what is
wrong with a Redis that refuses (trouble). API and verifier share it; it opens no connection."""
