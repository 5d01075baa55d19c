"""What a director does: one function is one change of the desk file, with the label that undo and the log show.

The window and the command line call the same functions. Each takes the open desk file first and raises ChapterError
when the store refuses; then nothing is stored. Labels are stored in the log and are keys of the catalogue, so they are
never altered.
"""
