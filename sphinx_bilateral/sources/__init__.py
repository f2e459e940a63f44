"""Files in, Documents out: encodings, front matter, zones, hashes, and what ``dossier.yaml`` knows about each."""
