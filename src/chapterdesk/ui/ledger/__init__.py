"""The ledger of slips: what is listed, how it is filtered, corrected in place, explained and taken out as a file."""
