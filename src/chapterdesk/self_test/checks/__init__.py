"""The checks of the self-test: one module each, with a `run(bench)`. A new check must be named in runner.CHECKS."""
