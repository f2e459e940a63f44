"""What is undertaken, proposed or only talked about."""
