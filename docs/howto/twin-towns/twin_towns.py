import re

TWINNED = re.compile(r"([A-Z]\w+) and ([A-Z]\w+) are (?:now )?twin towns")


def read(document):
    for match in TWINNED.finditer(document.text):
        name = f"Twinning of {match[1]} and {match[2]}"
        yield {"type": "agreement", "kind": "pact", "name": name, "status": "in_force",
               "parties": document.parties, "evidence": [match.span()]}
