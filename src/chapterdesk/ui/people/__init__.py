"""The parts of the screens Members and Visitors: lists, cards edited in place, lines to add somebody."""
