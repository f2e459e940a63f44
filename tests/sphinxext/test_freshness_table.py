"""For each change of a project: exactly which pages are read again, and which are written again.

What stands in the output folder afterwards is what a build from nothing writes.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sphinxext.conftest import CONF, MANIFEST, Project, project_in
from sphinxext.observing import ALL, ORPHAN, PAGES, SHOW_FACTS, Seen, observed, stale, with_pages

SECOND = {
    "dossiers__no-sg__dossier.yaml": "id: no-sg\ntitle: Norway and Singapore\nparties: ['NO', SG]\n"
    "sources:\n  harbour.txt: {publisher: Harbour Post, published: 2025-04-02}\n",
    "dossiers__no-sg__harbour.txt": "The shipping memorandum was signed.\n",
}


SIGNED_BY = "{who: Iceland desk, when: 2025-03-20, why: Heard from the embassy."


def register(text: str) -> Callable[[Project], None]:
    """Return what writes the decisions of people on the facts of the dossier."""
    return write(**{"dossiers__ke-is__register.yaml": text})


AMENDED = f"amend:\n  mou-fisheries-data: {SIGNED_BY}, status: initialled}}\n"
ADDED = (
    "add:\n  stated-target:\n    type: figure\n    value: 41\n    measure: trade\n    role: target\n"
    "    evidence: [{source: fjord-wire, exact: Trade of 40 million euros}]\n"
    "    who: Iceland desk\n    when: 2025-03-20\n    why: Heard from the embassy.\n"
)

TARGET = "value: 40000000, unit: EUR, measure: trade"

HOUSE = "title: House brief\nsections:\n  - show: commitments\n    required: true\n"
SHORT = "title: Short brief\nsections:\n  - show: bluf\n    required: true\n"
FOLLOWED = {"conf.py": f"{CONF}bilateral_profile = 'house.yaml'\n", "house.yaml": HOUSE}


def edit(name: str, old: str, new: str) -> Callable[[Project], None]:
    """Return what exchanges words in a source of the dossier."""
    return lambda project: project.edit(name, old, new)


def write(**files: str) -> Callable[[Project], None]:
    """Return what writes files; of dossiers too."""
    return lambda project: project.write(**files) and None


def remove(*names: str) -> Callable[[Project], None]:
    """Return what removes files or folders."""

    def change(project: Project) -> None:
        for name in names:
            path = project.root / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    return change


def move(old: str, new: str) -> Callable[[Project], None]:
    """Return what moves a file."""

    def change(project: Project) -> None:
        (project.root / new).parent.mkdir(exist_ok=True)
        (project.root / old).rename(project.root / new)

    return change


def nothing(project: Project) -> None:
    """Change nothing."""


@dataclass(frozen=True)
class Row:
    """A change, and what it leads to.

    :param read: the pages that are read again. *written*: those that are written again.
    :param told: parts of the warnings, one each.
    :param before: what is done before the first build.
    """

    change: Callable[[Project], None]
    read: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    told: tuple[str, ...] = ()
    before: Callable[[Project], None] = nothing


TABLE = {
    "nothing": Row(nothing),
    "a file that was touched": Row(lambda project: (project.root / "dossiers/ke-is/fjord-wire.txt").touch()),
    # The register shows all facts. Pages that link to it show nothing of it but its address.
    "a figure in an article": Row(
        edit("fjord-wire.txt", "40 million", "55 million"), written={"figures", "role", "register"}
    ),
    "a status in an article": Row(
        edit("fjord-wire.txt", "is proposed", "was signed"), written={"treaties", "notes", "register"}
    ),
    "words that no page shows": Row(edit("fjord-wire.txt", "The fisheries", "It rains.\n\nThe fisheries")),
    # A fact more in the list, and at home.
    "a sentence more in an article": Row(
        edit("fjord-wire.txt", "The fisheries", "The port memorandum was signed.\n\nThe fisheries"),
        written={"treaties", "register"},
    ),
    # Its pages show the name of each source that they lean on.
    "what is known of a source": Row(
        write(**{"dossiers__ke-is__dossier.yaml": MANIFEST.replace("publisher: Fjord Wire", "publisher: Fjord Post")}),
        written={"register", *SHOW_FACTS},
    ),
    "the as-of date in conf.py": Row(
        write(**{"conf.py": f"{CONF}bilateral_as_of = '2025-03-25'\n"}), written={"due", "register"}
    ),
    "how much of the sources is shown": Row(
        write(**{"conf.py": f"{CONF}bilateral_source_text = 'none'\n"}), written={"register", *SHOW_FACTS}
    ),
    "how much of the sources is shown, and how much was": Row(
        write(**{"conf.py": f"{CONF}bilateral_source_text = 'sentence'\n"}),
        written={"register", *SHOW_FACTS},
        before=write(**{"conf.py": f"{CONF}bilateral_source_text = 'full'\n"}),
    ),
    # Where whole texts are printed, every word of a source is a word of the pages that lean on it.
    "words that stand in a whole text": Row(
        edit("fjord-wire.txt", "The fisheries", "It rains.\n\nThe fisheries"),
        written={"register", *SHOW_FACTS},
        before=write(**{"conf.py": f"{CONF}bilateral_source_text = 'full'\n"}),
    ),
    "the language": Row(write(**{"conf.py": f"{CONF}language = 'de'\n"}), read=ALL, written=ALL),
    "a role in running text": Row(
        write(role=PAGES["role"].replace("target-trade-2030", "mou-fisheries-data.status")),
        read={"role"},
        written={"role"},
    ),
    "a page without anything of ours": Row(
        write(plain=f"{PAGES['plain']}\nMore.\n"), read={"plain"}, written={"plain"}
    ),
    "a page that is new": Row(
        write(new=f"{ORPHAN}New\n===\n\n.. brief:meetings::\n   :dossier: ke-is\n"), read={"new"}, written={"new"}
    ),
    "a page that is gone": Row(remove("treaties.rst")),
    "a page that moved": Row(move("treaties.rst", "old/treaties.rst"), read={"old/treaties"}, written={"old/treaties"}),
    # All that links to a fact links to its home.
    "a home that moved": Row(
        move("register.rst", "facts.rst"),
        read={"facts"},
        written={"facts", *SHOW_FACTS},
    ),
    "a home that is gone": Row(remove("register.rst"), written=SHOW_FACTS),
    # The first register by the name of its page is the home.
    "a second register before the first": Row(
        write(before=PAGES["register"].replace("Register", "Before")),
        read={"before"},
        written={"before", "register", *SHOW_FACTS},
        told=("register.rst:6: WARNING: facts that a register of the page before lists already",),
    ),
    "a dossier more": Row(write(**SECOND)),
    "a dossier less": Row(remove("dossiers/no-sg"), before=write(**SECOND)),
    "a dossier less that a page asks": Row(
        remove("dossiers/no-sg"),
        written={"second"},
        told=("there is no dossier 'no-sg'",),
        before=write(second=f"{ORPHAN}Second\n======\n\n.. brief:agreements::\n   :dossier: no-sg\n", **SECOND),
    ),
    "a register that is new": Row(register(AMENDED), written={"treaties", "notes", "register"}),
    "a register that is gone": Row(
        remove("dossiers/ke-is/register.yaml"), written={"treaties", "notes", "register"}, before=register(AMENDED)
    ),
    # The session is shown nowhere but at home.
    "a fact that was rejected": Row(register(f"reject:\n  joint-commission-3: {SIGNED_BY}}}\n"), written={"register"}),
    "a fact that was added": Row(register(ADDED), written={"figures", "register"}),
    "a fact that was accepted": Row(register(f"accept:\n  target-trade-2030: {SIGNED_BY}, {TARGET}}}\n")),
    # A person approved of forty, and what is printed is no less true; but somebody must look again.
    "a fact that is no more what was accepted": Row(
        edit("fjord-wire.txt", "40 million", "55 million"),
        written={"figures", "role", "register"},
        before=register(f"accept:\n  target-trade-2030: {SIGNED_BY}, {TARGET}}}\n"),
    ),
    # Nobody knows what it rejects.
    "a register that cannot be read": Row(
        register("reject: [target-trade-2030\n"),
        written={"register", *SHOW_FACTS},
        told=(
            "register.yaml:1: WARNING: is not YAML",
            "notes.md:6: WARNING: 'mou-fisheries-data' of the dossier ke-is cannot be judged",
            "role.rst:6: WARNING: 'target-trade-2030' of the dossier ke-is cannot be judged",
        ),
    ),
    "a register that can be read again": Row(
        register(AMENDED),
        written={"register", *SHOW_FACTS},
        before=register("reject: [target-trade-2030\n"),
    ),
    # What a profile asks for is told of, and stands on no page.
    "a profile": Row(
        write(**{"house.yaml": HOUSE.replace("commitments", "people")}),
        told=("dated.rst:6: WARNING: the profile house.yaml asks for brief:people",),
        before=write(**FOLLOWED),
    ),
    "the profile that conf.py names": Row(
        write(**{"conf.py": f"{CONF}bilateral_profile = 'short.yaml'\n", "short.yaml": SHORT}),
        told=("dated.rst:6: WARNING: the profile short.yaml asks for brief:bluf",),
        before=write(**FOLLOWED),
    ),
    "no profile any more": Row(write(**{"conf.py": CONF}), before=write(**FOLLOWED)),
    "the profile that a page names": Row(
        write(dated=PAGES["dated"].replace("   :as-of:", "   :profile: short.yaml\n   :as-of:")),
        read={"dated"},
        written={"dated"},
        told=("dated.rst:6: WARNING: the profile short.yaml asks for brief:bluf",),
        before=write(**{**FOLLOWED, "short.yaml": SHORT}),
    ),
    "a page that somebody removed from the output": Row(remove("_build/html/role.html"), written={"role"}),
    "an export that somebody removed": Row(remove("_build/html/bilateral.json")),
}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the project as it was first built, and for its copy: one path, since doctrees hold it."""
    return tmp_path_factory.mktemp("table")


@pytest.fixture
def project(saved: Path) -> Iterator[Project]:
    """The project, built."""
    root, first = saved / "root", saved / "first"
    if first.exists():
        shutil.rmtree(root)
        shutil.copytree(first, root)
        project = Project(root)
    else:
        project = with_pages(project_in(root))
        assert observed(project).told == []
        shutil.copytree(root, first)
    yield project
    project.close()


@pytest.mark.parametrize("name", TABLE)
def test_a_change_reads_and_writes_just_what_it_has_to(project: Project, tmp_path: Path, name: str) -> None:
    row = made(project, name)
    check(observed(project), row)
    check(observed(project), Row(nothing, told=row.told))
    assert stale(project, tmp_path / "nothing") == []


@pytest.mark.parametrize("name", TABLE)
def test_four_processes_do_the_same(project: Project, name: str) -> None:
    row = made(project, name)
    check(observed(project, parallel=4), row)


def made(project: Project, name: str) -> Row:
    """Make a change, after what has to be there before it."""
    row = TABLE[name]
    if row.before is not nothing:
        row.before(project)
        observed(project)
    row.change(project)
    return row


def check(seen: Seen, row: Row) -> None:
    """Compare what a build did with what it should have done."""
    assert (seen.read, seen.written) == (row.read, row.written)
    assert len(seen.told) == len(row.told)
    assert all(part in line for part, line in zip(row.told, seen.told, strict=True))
