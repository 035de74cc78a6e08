"""Running the steps.

Invariant: a whole upgrade is one transaction; cut at any point, the catalogue is what it was before.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

STEPS = Path(__file__).parent


def upgrade(engine: Engine, target: str, steps: Path = STEPS) -> None:
    """Bring the catalogue behind `engine` to the schema `target` by the scripts in the folder `steps`."""
    config = Config()
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    with engine.execution_options(write=True).connect() as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, target)
