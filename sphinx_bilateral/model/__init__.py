"""What things are: facts, documents, dates, the ladder of verbs, problems. Imports no other room."""
