"""The parts of My records."""
