"""Programs whose function is called, in other languages, and real ones; those in Python are the selftest's."""
