project = "Briefs"
extensions = ["sphinx_bilateral"]
bilateral_dossiers = ["dossiers/*"]
