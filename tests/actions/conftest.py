"""A small chapter on a real desk file for every test."""

from tests.rules.conftest import desk, story

__all__ = ["desk", "story"]
