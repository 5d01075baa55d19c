"""The parts of the meeting screen: roll call, strip, feed, totals, expected visitors, and the bar on top."""
