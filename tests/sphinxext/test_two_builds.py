"""Others at work beside a build: a second build into the same folder, a command that writes, a shared folder."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

AGREEMENTS = "Agreements\n==========\n\n.. brief:agreements::\n"


def wait_for(file):
    for _ in range(6000):
        if file.exists():
            return
        time.sleep(0.01)
    raise AssertionError(f"{file.name} did not come")


def held_up(project, ready, go):
    """Start another build, which writes its pages only when the file *go* is there; return its process id."""
    if child := os.fork():
        wait_for(ready)
        return child
    try:
        app = project.app()
        app.connect("doctree-resolved", lambda *_: (ready.touch(), wait_for(go)))
        app.build()
    finally:
        os._exit(0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
def test_what_a_build_that_began_before_wrote_over_a_newer_page_is_written_again(bare, tmp_path):
    bare.write(index=AGREEMENTS).build()
    bare.edit("fjord-wire.txt", "is proposed", "was signed")
    ready, go = tmp_path / "ready", tmp_path / "go"
    older = held_up(bare, ready, go)
    bare.edit("fjord-wire.txt", "was signed", "was initialled")
    newer = bare.app()
    newer.connect("build-finished", lambda *_: (go.touch(), os.waitpid(older, 0)), priority=1)
    newer.build()
    assert ">Initialled<" not in bare.out("index.html")
    bare.build()
    assert ">Initialled<" in bare.out("index.html")


def test_a_file_that_is_gone_before_it_is_read_breaks_no_build(desk, monkeypatch):
    hidden = desk.root / "dossiers" / "ke-is" / ".register.yaml.x7"
    hidden.touch()
    read = Path.read_bytes

    def read_bytes(path):
        if path.name == hidden.name:
            raise FileNotFoundError(path)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    assert desk.told(desk.build()) == []


def test_issued_briefs_behind_a_link_are_read_again_when_they_change(bare, tmp_path):
    bare.write(index="Changes\n=======\n\n.. brief:changes::\n   :since: old.json\n")
    shared = tmp_path / "shared"
    shared.mkdir()
    (bare.root / "dossiers" / "ke-is" / "issued").symlink_to(shared)
    assert "there is no file 'old.json'" in "".join(bare.told(bare.build()))
    (shared / "old.json").write_text("{", encoding="utf-8")
    assert "bad-issued" in "".join(bare.told(bare.build()))
    (shared / "old.json").unlink()
    assert "there is no file 'old.json'" in "".join(bare.told(bare.build()))
