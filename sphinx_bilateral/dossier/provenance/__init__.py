"""Where reports come from: retellings of one text, and how many independent origins bear a fact."""
