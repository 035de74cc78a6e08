"""A relay: a hub's HTTP face over a desk's public catalogue, for a building that shares one line.

Invariant: it serves and fetches public collections only; what is members' passes through to the hub unread and unkept.
"""
