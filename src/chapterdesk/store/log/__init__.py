"""The permanent change log: searched, read in words, and single values brought back."""
