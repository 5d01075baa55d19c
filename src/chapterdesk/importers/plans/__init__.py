"""From records to plans: which people are meant, what is new, what would be replaced. Nothing is written here."""
