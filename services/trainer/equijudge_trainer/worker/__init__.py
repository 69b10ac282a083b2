"""The trainer worker: leases training runs over HTTP, does them, and tells how far they are."""
