"""Addresses of sources are checked like any other link, and told of where the list of sources stands."""

from __future__ import annotations

import http.server
import json
import threading

import pytest

PAGE = "Brief\n=====\n\n.. brief:agreements::\n\n.. brief:sources::\n"


class Harbour(http.server.BaseHTTPRequestHandler):
    """Knows one article."""

    def do_HEAD(self):
        self.send_response(200 if self.path == "/commission" else 404)
        self.end_headers()

    do_GET = do_HEAD  # ruff: ignore[mixed-case-variable-in-class-scope]  # the name that the server asks for

    def log_message(self, *_):
        pass


@pytest.fixture
def address():
    """The address of a server on this machine."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Harbour) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_source_that_is_gone_is_told_of(bare, address):
    manifest = bare.root / "dossiers" / "ke-is" / "dossier.yaml"
    text = manifest.read_text(encoding="utf-8").replace("https://harbour.example", address)
    gone = f'fjord-wire.txt: {{publisher: Fjord Wire, url: "{address}/gone", '
    manifest.write_text(text.replace("fjord-wire.txt: {publisher: Fjord Wire, ", gone), encoding="utf-8")
    app = bare.write(index=PAGE).build("linkcheck", confoverrides={"nitpicky": True})
    lines = (bare.root / "_build" / "linkcheck" / "output.json").read_text(encoding="utf-8").splitlines()
    checked = {line["uri"]: line for line in map(json.loads, lines)}
    assert checked[f"{address}/commission"]["status"] == "working"
    broken = checked[f"{address}/gone"]
    assert (broken["status"], broken["filename"], broken["lineno"]) == ("broken", "index.rst", 6)
    assert app.statuscode == 1
