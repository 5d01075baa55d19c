"""One module per command, each with `run(arguments)` that returns the exit code."""
