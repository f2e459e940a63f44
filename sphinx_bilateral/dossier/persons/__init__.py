"""Who is who: names in all spellings, one person from many mentions, and the posts that a person held."""
