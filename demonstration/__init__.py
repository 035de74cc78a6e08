"""HubDesk shown at work: a hub with sample content, and desks that join it. Not part of the program that is shipped."""
