"""The parts of the hubs page."""
