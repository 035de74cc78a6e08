"""The central idea, pure: signed heads over a tree of records. No database, no network."""
