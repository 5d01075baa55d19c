"""The parts of the change log's screen: its filters, the list by days, the details of one action."""
