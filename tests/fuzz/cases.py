"""Inputs that were once taken badly, each a file in `found/`, which the tests try again.

The fuzzer writes one for each fault into `build/fuzz`; whoever mends the fault moves it to `found/` and gives it a name
that says what it is.  Bytes stand in a case, not the seed that made them: that would make others tomorrow.
"""

from __future__ import annotations

import base64
import json
import shutil
from pathlib import Path

from targets import Command, sound

FOUND = Path(__file__).parent / "found"
_FOLDER, _SOUND = "{folder}", "{sound}"
_WRITTEN = ("out", "files", "again", "got", "exported", "published")  # by the commands, and no input


def keep(command: Command, folder: Path, path: Path) -> None:
    """Write the case of a command that was run on what lies in a folder.

    Args:
        command: its words.
        folder: the input; a package in it is kept as what distinguishes it from a sound one.
        path: of the case.
    """
    base = next((found.parent for found in folder.rglob("SHA256SUMS") if found.parts[-2] != "out"), None)
    files = {name: _worded(data) for name, data in _files(folder).items() if not _is_sound(folder / name, base)}
    words = [word.replace(str(folder), _FOLDER).replace(str(sound()), _SOUND) for word in command]
    package = base.relative_to(folder).as_posix() if base else ""
    case = {"command": words, "package": package, "files": files}
    path.write_text(json.dumps(case, ensure_ascii=False, indent=1) + "\n", "utf-8")


def lay(path: Path, folder: Path) -> Command:
    """Lay the input of a case into an empty folder; the command to run on it."""
    case = json.loads(path.read_text("utf-8"))
    if case["package"]:
        shutil.copytree(sound(), folder / case["package"])
    for name, content in case["files"].items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else base64.b64decode(content["base64"]))
    return [word.replace(_FOLDER, str(folder)).replace(_SOUND, str(sound())) for word in case["command"]]


def _files(folder: Path) -> dict[str, bytes]:
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    inputs = (name for name in names if not name.startswith((".", *(f"{written}/" for written in _WRITTEN))))
    return {name: (folder / name).read_bytes() for name in inputs}


def _is_sound(path: Path, base: Path | None) -> bool:
    """Whether a file is as a sound package has it."""
    if base is None or not path.is_relative_to(base):
        return False
    own = sound() / path.relative_to(base)
    return own.exists() and own.read_bytes() == path.read_bytes()


def _worded(data: bytes) -> str | dict[str, str]:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(data).decode("ascii")}
