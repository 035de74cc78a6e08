#!/usr/bin/env python3
"""The one door to working on HubDesk: `python3 dev.py VERB`, from any folder, with nothing but Python.

Every verb first makes the set-up it needs in `.venv/`, says so in one line each, and leaves alone what is up to date.
"""

from __future__ import annotations

import ast
import contextlib
import ctypes
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "installed.json"
UI, FORMS = ROOT / "ui", ROOT / "hubdesk" / "gui" / "forms"
TRANSLATIONS = ROOT / "resources" / "translations"
REQUIREMENTS = ROOT / "requirements"

# Each lock file and what it is made from: a desk and a hub; and their tools; what has no wheel; what makes locks.
LOCKS = {
    "run": ["pyproject.toml", "--extra", "server"],
    "dev": ["pyproject.toml", "--extra", "server", "--group", "dev", "-c", "requirements/run.txt"],
    "source": ["--group", "pyproject.toml:source", "-c", "requirements/dev.txt"],
    "lock": ["--group", "pyproject.toml:lock"],
}
INPUTS = "# made by `python3 dev.py lock` from the requirements with SHA-256 "

# What PySide6's wheel expects of the system, and the Debian package that brings it.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
SCREEN_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


def say(text: str) -> None:
    """Print one line about what happens now."""
    print(f"dev: {text}", flush=True)


def call(*command: str | Path, cwd: Path | None = ROOT, env: dict[str, str] | None = None) -> None:
    """Run a command to its end; where it fails, end with its exit status."""
    with subprocess.Popen(
        [str(part) for part in command], cwd=cwd, env={**os.environ, **(env or {})}
    ) as process:
        status = None
        while status is None:
            # Ctrl+C reached it as well: it ends in good order by itself.
            with contextlib.suppress(KeyboardInterrupt):
                status = process.wait()
    if status:
        sys.exit(status)


def succeeds(*command: str | Path) -> bool:
    """Whether a command ends with 0; its output is dropped."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, check=False)
    return done.returncode == 0


def install_system_packages(packages: list[str], why: str) -> None:
    """Install Debian packages where this person may, otherwise end with the line to type."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        sys.exit(
            f"dev: {why}. Install what Debian calls {names} with this system's own tool, then try again."
        )
    line = f"apt-get install -y --no-install-recommends {names}"
    if os.geteuid() == 0:
        prefix = []
    elif shutil.which("sudo") and succeeds("sudo", "-n", "true"):
        prefix = ["sudo", "-n"]
    else:
        sys.exit(f"dev: {why}. Type this once, then the same command again:\n  sudo {line}")
    say(f"{why}: {line}")
    # What fails is told on stderr; the rest of what apt says is of no use here.
    script = f"apt-get update -qq && {line} -qq >/dev/null"
    call(*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "sh", "-c", script)


def is_loadable(library: str) -> bool:
    """Whether the dynamic loader finds a system library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def provide_system_libraries() -> None:
    """See that Qt finds its system libraries and one font on Linux; other systems bring them along."""
    if not sys.platform.startswith("linux"):
        return
    has_screen = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    wanted = {**LIBRARIES, **(SCREEN_LIBRARIES if has_screen else {})}
    missing = [package for library, package in wanted.items() if not is_loadable(library)]
    fonts = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")
    if not any(next(folder.rglob("*.[ot]tf"), None) for folder in fonts):
        missing.append("fonts-dejavu-core")
    if missing:
        install_system_packages(missing, "Qt needs system libraries that are not here")


def make_environment() -> None:
    """Make `.venv/` with pip, unless it is there and whole."""
    if PYTHON.exists() and succeeds(PYTHON, "-m", "pip", "--version"):
        return
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        install_system_packages([package], "this Python cannot make virtual environments")
    say(f"making .venv with Python {sys.version.split()[0]}")
    call(sys.executable, "-m", "venv", "--clear", VENV)


def fingerprint(lock: str) -> str:
    """A hash of what an installed lock depends on: its text, the environment's Python, the checkout's place."""
    config = VENV / "pyvenv.cfg"
    parts = [(REQUIREMENTS / f"{lock}.txt").read_bytes(), str(ROOT).encode()]
    parts.append(config.read_bytes() if config.exists() else b"")
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def installed() -> dict[str, str]:
    """The fingerprints of the locks that `.venv/` holds, by name."""
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def install(lock: str) -> None:
    """Install a lock file into `.venv/`, each file checked against its hash; no resolver, no build but source.txt's."""
    if PYTHON.exists() and installed().get(lock) == fingerprint(lock):
        return
    make_environment()
    file = REQUIREMENTS / f"{lock}.txt"
    count = sum(line[:1].isalnum() for line in file.read_text(encoding="utf-8").splitlines())
    say(f"installing requirements/{lock}.txt, packages: {count} (downloaded the first time)")
    options = ["--require-hashes", "--no-deps", "--disable-pip-version-check"]
    options.append("--no-build-isolation" if lock == "source" else "--only-binary=:all:")
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    call(PYTHON, "-m", "pip", "install", *quiet, *options, "-r", file)
    link_checkout()
    # dev.txt holds all of run.txt in the same versions.
    fresh = ["run", "dev"] if lock == "dev" else [lock]
    stamps = {**installed(), **{name: fingerprint(name) for name in fresh}}
    STAMP.write_text(json.dumps(stamps, indent=1) + "\n", encoding="utf-8")


def link_checkout() -> None:
    """Make `import hubdesk` and the command `hubdesk` of `.venv/` mean this checkout."""
    packages = next(VENV.glob("[lL]ib/**/site-packages"))
    (packages / "hubdesk.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    # -P: a folder in which the command is typed must not lend it modules.
    if os.name == "nt":
        (SCRIPTS / "hubdesk.cmd").write_text('@"%~dp0python.exe" -P -m hubdesk %*\n', encoding="utf-8")
    else:
        command = SCRIPTS / "hubdesk"
        script = f'#!/bin/sh\nexec {shlex.quote(str(PYTHON))} -P -m hubdesk "$@"\n'
        command.write_text(script, encoding="utf-8")
        command.chmod(0o755)


def prepare(*locks: str) -> None:
    """Everything that must stand before a verb begins; quick where it stands already."""
    provide_system_libraries()
    for lock in locks or ("dev", "source"):
        install(lock)
    make_forms(FORMS, only_older=True)
    release_translations()
    # Also where PYTHONDONTWRITEBYTECODE is set: every start would pay for it again.
    call(PYTHON, "-m", "compileall", "-q", "hubdesk")


def qt_tool(name: str, *arguments: str | Path) -> None:
    """Run one of PySide6's tools (uic, lupdate, lrelease)."""
    code = f"from PySide6.scripts.pyside_tool import {name}; {name}()"
    call(PYTHON, "-c", code, *arguments)


def is_older(target: Path, source: Path) -> bool:
    """Whether a generated file is missing or older than what it is made from."""
    return not target.exists() or target.stat().st_mtime < source.stat().st_mtime


def make_forms(folder: Path, *, only_older: bool) -> None:
    """Turn each `ui/NAME.ui` into `ui_NAME.py` in a folder."""
    for form in sorted(UI.glob("*.ui")):
        target = folder / f"ui_{form.stem}.py"
        if not only_older or is_older(target, form):
            say(f"form {form.name} -> {target.name}")
            qt_tool("uic", "-g", "python", form, "-o", target)


def release_translations() -> None:
    """Turn each `.ts` into the `.qm` beside it that the program reads."""
    for source in sorted(TRANSLATIONS.glob("*.ts")):
        target = source.with_suffix(".qm")
        if is_older(target, source):
            say(f"translation {source.name} -> {target.name}")
            qt_tool("lrelease", "-silent", source, "-qm", target)


class _OutOfStrings(ast.NodeTransformer):
    """Turns each f-string into a tuple of what it fills in."""

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.Tuple:
        """Return the expressions of an f-string."""
        values = [self.visit(part.value) for part in node.values if isinstance(part, ast.FormattedValue)]
        return ast.Tuple(values, ast.Load())


def with_literal_numbers(source: str) -> str:
    """A module as lupdate can read it: it knows a plural in translate(context, text, comment, n) by a literal n alone,
    and does not look into f-strings."""
    tree = _OutOfStrings().visit(ast.parse(source))
    for said in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = getattr(said.func, "attr", getattr(said.func, "id", ""))
        if name == "translate" and (said.args[3:] or any(keyword.arg == "n" for keyword in said.keywords)):
            comment = [part for part in said.args[2:3] if isinstance(part, ast.Constant) and part.value]
            said.args = [*said.args[:2], *(comment or [ast.Constant("")]), ast.Constant(2)]
            said.keywords = []
    return ast.unparse(tree)


def update_translations(folder: Path) -> None:
    """Bring the `.ts` files of a folder up to date with the words in the source; English holds plural forms alone."""
    roots = [ROOT / "hubdesk" / "gui", ROOT / "hubdesk" / "cli"]
    modules = [path for root in roots for path in sorted(root.rglob("*.py")) if FORMS not in path.parents]
    with tempfile.TemporaryDirectory() as copies:
        sources = [Path(copies, f"{number}.py") for number in range(len(modules))]
        for module, copy in zip(modules, sources, strict=True):
            copy.write_text(with_literal_numbers(module.read_text(encoding="utf-8")), encoding="utf-8")
        sources += sorted(UI.glob("*.ui"))
        for file in sorted({folder / "hubdesk_en.ts", folder / "hubdesk_fr.ts", *folder.glob("*.ts")}):
            language = file.stem.partition("_")[2]
            options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
            options += ["-pluralonly"] if language == "en" else []
            qt_tool("lupdate", *options, *sources, "-target-language", language, "-ts", file)


def requirements_hash() -> str:
    """SHA-256 of all that pyproject.toml says about requirements."""
    import tomllib  # not before the version of Python has been looked at

    text = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = text["project"]
    said = [project["requires-python"], project["dependencies"], project["optional-dependencies"]]
    return hashlib.sha256(json.dumps([*said, text["dependency-groups"]], sort_keys=True).encode()).hexdigest()


def setup(arguments: list[str]) -> None:
    """Make or refresh .venv with everything."""
    prepare(*arguments)
    say("ready")


def run(arguments: list[str]) -> None:
    """Open the window on a throw-away demonstration (without a screen: the tour)."""
    prepare("run")
    call(PYTHON, "-P", "-m", "demonstration", *arguments, cwd=None)


def test(arguments: list[str]) -> None:
    """Run the tests; arguments go to pytest."""
    prepare()
    call(PYTHON, "-m", "pytest", "-n", "2", "--dist", "worksteal", *arguments)


def check(arguments: list[str]) -> None:
    """Everything that must hold before a change is handed in: the formatting, then all that `test` holds."""
    prepare()
    call(PYTHON, "-m", "ruff", "format", "--check")
    call(PYTHON, "-m", "pytest", "-n", "2", "--dist", "worksteal", *arguments)


def bench(arguments: list[str]) -> None:
    """Measure, and print ratios against a floor of the same run."""
    prepare()
    call(PYTHON, "-m", "benchmarks", *arguments)


def faults(arguments: list[str]) -> None:
    """Try kills, cuts, full disks, lies and wrong clocks at length; what was tried and lost is in build/faults.json."""
    prepare()
    call(PYTHON, "-m", "pytest", "tests/faults", "-n0", "-p", "no:randomly", *arguments,
         env={"HUBDESK_FAULTS": "long"})  # fmt: skip


def forms(arguments: list[str]) -> None:
    """Generate hubdesk/gui/forms/ from ui/."""
    install("dev")
    make_forms(FORMS, only_older=not arguments)


def translations(arguments: list[str]) -> None:
    """Collect new words into resources/translations/*.ts and release the .qm files."""
    install("dev")
    TRANSLATIONS.mkdir(parents=True, exist_ok=True)
    update_translations(TRANSLATIONS)
    release_translations()


def bundle(arguments: list[str]) -> None:
    """Make the program that needs no Python (build/dist/hubdesk), print its size by part and try it on a real hub."""
    prepare()
    out = ROOT / "build" / "dist"
    call(PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *arguments,
         "--distpath", out, "--workpath", ROOT / "build" / "work", ROOT / "build.spec")  # fmt: skip
    program = out / "hubdesk" / ("hubdesk.exe" if os.name == "nt" else "hubdesk")
    call(PYTHON, "-P", "-m", "demonstration.frozen", program)


def lock(arguments: list[str]) -> None:
    """Make requirements/*.txt anew from pyproject.toml (--upgrade: newest versions)."""
    install("lock")
    for name, inputs in LOCKS.items():
        target = f"requirements/{name}.txt"
        say(f"locking {target}")
        options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--quiet"]
        call(PYTHON, "-m", "uv", "pip", "compile", *inputs, *options, *arguments, "-o", target)
        text = (ROOT / target).read_text(encoding="utf-8")
        (ROOT / target).write_text(f"{INPUTS}{requirements_hash()}\n{text}", encoding="utf-8", newline="\n")


VERBS = {
    verb.__name__: verb
    for verb in (setup, run, test, check, bench, faults, forms, translations, bundle, lock)
}


def main() -> None:
    """Read the verb and do it."""
    if sys.version_info < (3, 11):
        sys.exit(f"dev: HubDesk needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if len(sys.argv) < 2 or sys.argv[1] not in VERBS:
        lines = [f"  {name:13} {verb.__doc__}" for name, verb in VERBS.items()]
        sys.exit("\n".join(["python3 dev.py VERB [ARGUMENTS]", *lines]))
    with contextlib.suppress(KeyboardInterrupt):
        VERBS[sys.argv[1]](sys.argv[2:])


if __name__ == "__main__":
    main()
