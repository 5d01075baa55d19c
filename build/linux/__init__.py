"""Linux: a tarball with the program, its menu entry, its file type and a script that installs it for one person."""
