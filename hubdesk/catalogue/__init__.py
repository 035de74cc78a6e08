"""The local SQLite; the only client folder that knows SQLAlchemy."""
