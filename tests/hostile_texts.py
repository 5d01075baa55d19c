"""Hostile texts: each must pass through every layer unchanged and without damage."""

HOSTILE_TEXTS = (
    "=cmd|'/c calc'!A1",
    "+1+1",
    "@SUM(A1)",
    "<b>bold</b>",
    "<img src='file:///etc/hostname'/>",
    "Smith & Sons <Ltd>",
    "AT&T",
    "&amp;",
    "'; drop table person; --",
    "%s{0}{name}%n%1",
    "\u202egnp.exe\u202c",
    "x" * 10_000,
    "👩‍👩‍👧 🇪🇸",
    "Ca\u0301mara de Comerc\u0327",
    "a\x00b\x1fc",
    "CON",
    "../../x",
    "Łukasz Şükrü Ζωή Иван 日本",
)
"""The hostile texts of the promises: formulas, markup, SQL, placeholders, bidi, length, emoji, controls, paths."""
