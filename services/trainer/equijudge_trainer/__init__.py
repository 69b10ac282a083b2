"""The trainer: objectives, batches, runs, the laboratory. It reaches the rest over HTTP, through the client."""
