"""The parts of the pages on which an edition is made and opened."""
