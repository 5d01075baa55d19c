"""From records to plans: who is meant, what is new, what would be replaced. Nothing is written here."""
