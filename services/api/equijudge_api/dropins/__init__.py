"""The calls of other services, so that their clients need no more than another address.

Each is a thin translation under a prefix of its own onto the planning, queue, cells and limits that all requests go
through; none adds a way to run anything. They are not in the OpenAPI document: each is another service's contract, of
which the manual tells on a page of its own.
"""
