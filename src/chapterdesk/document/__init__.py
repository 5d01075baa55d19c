"""What can be shown or printed: blocks and columns, and the writers that turn them into PDF, XLSX and CSV.

A new kind of block needs a dataclass in blocks.py, a place in Block, a branch in paper/pages.py and, when it holds
data, in xlsx.py and csv.py.
"""
