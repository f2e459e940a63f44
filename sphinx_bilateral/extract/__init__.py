"""Document in, Facts out. Touches no file but the packaged lexicon.

`engine` runs the passes; `reading` is what they share. From below: `words`, `dates`, `grammar`, `people`, `actors` and
`quotes` find what all kinds of facts are made of; `instruments`, `talks`, `visits`, `undertakings` and `figures` each
read their kinds and lean on no other of these.
"""
