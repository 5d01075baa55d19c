"""What a chapter is: its things, its rules and its numbers. Standard library and dateutil only."""
