"""Names as they fit on a line: user text is never trusted to be short or to hold no line feed."""

LONG = 60


def one_line(text: str, longest: int = LONG) -> str:
    """Return text in one line, cut with an ellipsis after `longest` characters."""
    joined = " ".join(text[: longest * 4].split())
    return joined if len(joined) <= longest else joined[: longest - 1].rstrip() + "…"
