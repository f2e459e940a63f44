"""From characters to sentences of units: tokens, the lexicon, and what its entries say."""
