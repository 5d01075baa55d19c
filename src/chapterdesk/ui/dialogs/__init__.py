"""Windows over the window: the sheet of shortcuts and the command palette. None of them asks for data."""
