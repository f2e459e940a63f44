extensions = ["sphinx_bilateral"]
exclude_patterns = ["dossiers", "_build"]
bilateral_mode = "issue"
