"""A road: between a desk and a hub over HTTP."""
