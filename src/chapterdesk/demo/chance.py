"""Random choices that are the same every time."""

import math
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Chance(random.Random):
    """Draws from a seed; the same seed gives the same demo."""

    def maybe(self, probability: float) -> bool:
        """Return True with this probability."""
        return self.random() < probability

    def weighted(self, items: Sequence[T], weights: Sequence[float]) -> T:
        """Return one of the items; a greater weight is more likely."""
        return self.choices(items, weights)[0]

    def count(self, mean: float) -> int:
        """Return a random count with this mean (Poisson)."""
        limit, product, found = math.exp(-mean), self.random(), 0
        while product > limit:
            product *= self.random()
            found += 1
        return found

    def some(self, items: Sequence[T], number: int) -> list[T]:
        """Return `number` different items, or all when there are fewer."""
        return self.sample(items, min(number, len(items)))

    def uid(self) -> str:
        """Return the uid of a row, like base.new_uid, but the same every time."""
        return f"{self.getrandbits(64):016x}"
