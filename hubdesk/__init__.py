"""HubDesk: a catalogue that works offline and meets a hub when there is one; this module holds the version alone."""

__version__ = "0.1.0"
