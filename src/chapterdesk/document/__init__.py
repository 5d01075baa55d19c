"""What can be shown or printed: blocks and columns, and the writers that turn them into PDF, XLSX and CSV.

To add a kind of block: its dataclass in blocks.py, its place in Block, a branch in paper/pages.py, and, where it holds
data, in xlsx.py and csv.py.
"""
