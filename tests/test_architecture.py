"""The shape of the code, held by machine: layers, sizes, names, style and types."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GENERATED = {"forms", "migrations"}
NAMELESS = {"utils", "util", "helpers", "common", "core", "base", "manager", "misc"}
MODULES = [
    p for p in sorted((ROOT / "hubdesk").rglob("*.py")) if not GENERATED & set(p.relative_to(ROOT).parts)
]


def run(*command: str) -> None:
    """Run one of the tools on the checkout and show what it says where it fails."""
    done = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_imports_go_downwards() -> None:
    run("-c", "from importlinter.cli import lint_imports_command as lint; lint(['--no-logo'])")


def test_style() -> None:
    run("-m", "ruff", "check")


def test_types() -> None:
    run("-m", "mypy", "--no-error-summary")


@pytest.mark.parametrize(
    "module", [*MODULES, ROOT / "dev.py"], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_a_module_is_short_and_has_a_name(module: Path) -> None:
    assert not NAMELESS & {part.removesuffix(".py") for part in module.relative_to(ROOT).parts}
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 400


def test_each_folder_of_code_is_a_package() -> None:
    # A folder without __init__.py would escape the import contracts.
    assert not {path.parent for path in MODULES if not (path.parent / "__init__.py").exists()}
