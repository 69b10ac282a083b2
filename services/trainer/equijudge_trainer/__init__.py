"""The trainer: data, losses, runs, samples, the worker. It reaches the rest over HTTP, through the client."""
