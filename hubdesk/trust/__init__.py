"""Who may say what: desk keys, invites, roots, hub keys and signed statements."""
