"""Prints which functions of Sphinx and docutils are others after a build with the extension than before.

Run in a process of its own: ``surface.py WITHOUT WITH``, two folders of projects. A process that has imported the
extension before would not see what importing it changes.
"""

from __future__ import annotations

import re
import sys
import tempfile
import types

from sphinx.cmd.build import main

BUILDERS = ("html", "latex", "text", "man", "texinfo", "xml", "gettext")

# Sphinx gives docutils' visitors a method for each new node.
VISITORS = re.compile(r"docutils\.nodes\.(Generic|Sparse)NodeVisitor\.(visit|depart)_\w+")


def surface() -> dict[str, object]:
    """Return the functions, methods, properties and classes of Sphinx and docutils, by their path."""
    found: dict[str, object] = {}
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] in {"sphinx", "docutils"}:
            for attribute, value in vars(module).items():
                found[f"{name}.{attribute}"] = value
                if isinstance(value, type) and value.__module__ == name:
                    found.update({f"{name}.{attribute}.{key}": one for key, one in vars(value).items()})
    code = (type, property, staticmethod, classmethod, types.FunctionType)
    return {path: value for path, value in found.items() if isinstance(value, code) and not VISITORS.fullmatch(path)}


def build(project: str) -> None:
    """Build with several builders."""
    for builder in BUILDERS:
        with tempfile.TemporaryDirectory() as out:
            assert main(["-Q", "-b", builder, "-d", f"{out}/doctrees", project, f"{out}/out"]) == 0


without, with_extension = sys.argv[1:]
build(without)
before = surface()
build(with_extension)
after = surface()
modules = {path.rpartition(".")[0] for path in before}
for path in sorted(before.keys() | after.keys()):
    # What a module that was imported late holds is no change.
    if path.rpartition(".")[0] in modules and before.get(path) is not after.get(path):
        sys.stdout.write(f"{path}\n")
