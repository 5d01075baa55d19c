"""The parts of the import screen: the card of one file, the questions that a file leaves open, unknown names."""
