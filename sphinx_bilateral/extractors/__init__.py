"""Who reads a document: the built-in rules, and extractors that other packages bring."""
