"""The parts of the first screen: the next meeting, the last one, what needs attention, the month."""
