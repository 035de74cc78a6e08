"""What lists show, prepared off the window's thread."""
