"""The parts of joining a hub."""
