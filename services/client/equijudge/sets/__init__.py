"""`equijudge build-sets`: a dataset of rows in, a dataset of equivalence sets out. The service makes the sets; this
reads and writes files. What it needs beyond the client is the extra `equijudge[data]`."""
