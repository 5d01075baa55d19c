"""Reports in the window: choosing one, its options, the preview of the real PDF, and the ways out of the program."""
