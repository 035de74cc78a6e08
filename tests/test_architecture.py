"""The shape of the code, held by machine: layers, sizes, names, style and types."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

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


def test_each_module_is_short() -> None:
    lines = {
        str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in [*MODULES, ROOT / "dev.py"]
    }
    assert {path: count for path, count in lines.items() if count > 400} == {}


def test_each_module_has_a_name() -> None:
    assert not [path for path in MODULES if NAMELESS & set(path.relative_to(ROOT).with_suffix("").parts)]


def test_each_folder_of_code_is_a_package() -> None:
    # A folder without __init__.py would escape the import contracts.
    assert not {path.parent for path in MODULES if not (path.parent / "__init__.py").exists()}
