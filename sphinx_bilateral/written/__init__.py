"""Files that people write: read with the place of every fault, and changed so that nothing else of them moves."""
