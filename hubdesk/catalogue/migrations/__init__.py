"""Steps from one schema of the catalogue to the next (Alembic), loaded only for a catalogue that is behind."""
