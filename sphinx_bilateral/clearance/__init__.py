"""What leaves the house: issued briefs, and the slips that correct them."""
