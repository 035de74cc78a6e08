"""Where a person decides what two people wrote in the same place."""
