"""The parts of the coordinators' inbox."""
