"""What lies in Redis and how it changes; API and verifier share it, and it opens no connection.

Names and rules (schema, run_schema), chunks as they are written (chunk_payload, compression), the scripts (jobs/,
runs/), what is counted (counters), and what is wrong with a Redis that refuses (redis_trouble).
"""
