"""Referrals of both tiers in words."""

from collections.abc import Callable


def tiers_in_words(tr: Callable[..., str], inside: int, outside: int) -> str:
    """Return how many referrals are of each tier, in the language of `tr`: 1 inside, 2 outside."""
    return ", ".join((tr("%n inside", "referrals", inside), tr("%n outside", "referrals", outside)))
