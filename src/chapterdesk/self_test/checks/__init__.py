"""The checks of the self-test: one module each, with a `run(bench)`. To add one, name it in running.CHECKS."""
