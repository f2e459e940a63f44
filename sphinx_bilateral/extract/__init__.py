"""Document in, Facts out. Touches no file but the packaged lexicon."""
