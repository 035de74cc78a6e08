"""Dialogs: only before something that cannot be undone."""
