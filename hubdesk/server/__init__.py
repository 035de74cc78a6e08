"""The hub: an HTTP face over a store that is passed in."""
