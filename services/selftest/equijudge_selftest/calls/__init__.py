"""Programs whose function is called: attacks on the harness, and honest ones with odd habits."""
