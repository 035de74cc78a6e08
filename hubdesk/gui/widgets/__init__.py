"""The kit: every control of the window. Painted ones subclass Qt's own, so that keyboard and role stay Qt's."""
