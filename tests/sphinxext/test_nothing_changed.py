"""A build with nothing changed: it tells what the build before it told, and loads nothing to find that out."""

from __future__ import annotations

import subprocess
import sys

BUILD = """
import sys
from sphinx.cmd.build import main
status = main(["-q", "-b", "html", ".", "_build"])
print(*sorted(name for name in sys.modules if name.partition(".")[0] in {"pydantic", "ruamel"}), sep="\\n")
sys.exit(status)
"""

PAGE = """\
Agreements
==========

.. brief:document::
   :as-of: 2025-03-20
   :expires: 2025-03-21

.. brief:agreements::
   :sort: date
   :filter: nonsense ==
"""


def build(project):
    return subprocess.run(
        [sys.executable, "-c", BUILD], cwd=project.root, capture_output=True, text=True, check=False, encoding="utf-8"
    )


def test_what_is_wrong_is_told_again_without_the_models_and_the_reader_of_yaml(bare):
    conf = (bare.root / "conf.py").read_text(encoding="utf-8")
    bare.write(**{"conf.py": f"{conf}bilateral_mode = 'issue'\nbilateral_as_of = 'some day'\n"}, index=PAGE)
    first, second = build(bare), build(bare)
    assert "pydantic" in first.stdout
    assert not second.stdout.strip()
    assert second.stderr == first.stderr
    for told in ("[bilateral.bad-filter]", "[bilateral.expired]", "[bilateral.config]"):
        assert told in second.stderr
