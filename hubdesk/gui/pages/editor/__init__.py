"""The parts of the editor: the draft, the form made from a kind, and a control for each family of fields."""
