"""What becomes of an error that the director can act on: it is said where it belongs, with the help that there is.

A full disk keeps what could not be stored, to be tried again; damage leads to the backups; a file that can only be read
is offered as a copy. Everything else is said beside its field, or at the bottom.
"""

from collections.abc import Callable, Hashable
from functools import partial
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from chapterdesk.domain.errors import ChapterError
from chapterdesk.domain.text import N_
from chapterdesk.store.faults import DamagedError, DiskFullError, ReadOnlyError
from chapterdesk.ui.session.banners import Banner

if TYPE_CHECKING:
    from chapterdesk.ui.widgets.context import Context

FULL, DAMAGED = "full", "damaged"
"""Keys of what stands above the screens."""
LOOK_EVERY = 200
"""Milliseconds between two looks at whether what was warned of is still typed."""
Act = Callable[[], object]
Say = Callable[[str], object]


class Refusals(QObject):
    """Keeps what could not be stored. `copy_asked` and `backups_asked` ask the window for what helps."""

    copy_asked = Signal()
    backups_asked = Signal()

    def __init__(self, context: "Context") -> None:
        super().__init__(context)
        self._context = context
        self._waiting: dict[Hashable, Act] = {}
        self._warned = False
        self.half_typed: Callable[[], tuple[str, ...]] = tuple
        """What is typed in the window and not stored yet; the workspace tells."""
        self.take_back: Callable[[], object] = tuple
        """Takes back what is half typed in a field; the workspace does."""
        self._warned_of: tuple[str, ...] = ()
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_EVERY)
        self._looking.timeout.connect(self._look)

    @property
    def waiting(self) -> int:
        """How many changes wait to be stored once there is room."""
        return len(self._waiting)

    def tell(
        self, error: ChapterError, again: Act | None = None, key: Hashable | None = None, say: Say | None = None
    ) -> None:
        """Say an error and offer what helps. `say` says it beside its field, without it the bottom of the window does.

        `again` does exactly the same once more; it is kept while the disk is full. `key` names what is changed: a newer
        try takes the place of an older one.
        """
        tr, text = self._context.tr, self._context.language.error(error)
        if say is not None and is_alive(say):
            say(text)
        if isinstance(error, DiskFullError):
            self._keep(error, again, key, said=say is not None)
        elif isinstance(error, DamagedError):
            self._show_damaged(error)
        elif isinstance(error, ReadOnlyError):
            self._context.notify(text, tr("Save a copy"), self.copy_asked.emit)
        elif say is None:
            self._context.notify(text)

    def attempt(
        self, act: Act, say: Say | None = None, *, again: Act | None = None, key: Hashable | None = None
    ) -> bool:
        """Do something that the store may refuse, and say that; tell whether it was done.

        `say` says it beside its field ("" takes it away). After a full disk `again`, or else the same, is tried again;
        `key` names what is changed, so that an older try of the same is forgotten.
        """
        try:
            act()
        except ChapterError as error:
            self.tell(error, again or partial(self.attempt, act, say, key=key), key, say)
            return False
        if key is not None:
            self.settle(key)
        if say is not None and is_alive(say):
            say("")
        return True

    def _keep(self, error: DiskFullError, again: Act | None, key: Hashable | None, *, said: bool) -> None:
        context, tr = self._context, self._context.tr
        if again is not None:
            self._waiting[again if key is None else key] = again
            self._warned = False
            self._show_full()
        elif not said and not self._waiting:
            words = lambda: context.language.error(error)  # noqa: E731 - said in the language of the moment
            context.standings.put(Banner(FULL, "triangle-alert", "bad", words, (), partial(tr, N_("Close"))))

    def refuses_to_write(self) -> bool:
        """Tell whether the open file can only be read; that is said, before anything is typed, with what helps."""
        desk = self._context.desk
        if desk.read_only:
            self.tell(ReadOnlyError(N_("{file} can only be read here; save a copy to edit it"), file=desk.path.name))
        return desk.read_only

    def settle(self, key: Hashable) -> None:
        """Forget what waits under a key: it is stored, or the director gave it up."""
        if self._waiting.pop(key, None) is not None:
            self._show_full()

    def try_again(self) -> None:
        """Do once more all that waits, in the order in which it was done first."""
        waiting, self._waiting = self._waiting, {}
        for key, again in waiting.items():
            if not is_alive(again):
                continue
            try:
                again()
            except ChapterError as error:
                self.tell(error, again, key)
        self._show_full()
        if not self._waiting:
            tr = self._context.tr
            self._context.notify(tr("Everything is stored now."))

    def may_leave(self) -> bool:
        """Tell whether the file may be closed.

        Something that waits is tried again, and holds it back once; so does what is half typed.
        """
        if not self._waiting:
            return self._may_drop_words()
        warned = self._warned
        self.try_again()
        if not self._waiting or warned:
            return True
        self._warned = True
        return False

    def _may_drop_words(self) -> bool:
        words = self.half_typed()
        if not words or words == self._warned_of:
            self.take_back()  # or leaving the field would store what is left without
            return True
        self._warned_of = words
        tr = self._context.tr
        self._context.notify(
            tr("“{words}” is typed and not stored yet. Store it, or close again to leave without it.", words=words[0]),
            stays=lambda: self.half_typed() == words,
        )
        self._looking.start()
        return False

    def _look(self) -> None:
        """Once what was warned of is no longer typed, the same words are warned of again."""
        if self.half_typed() != self._warned_of:
            self._warned_of = ()
            self._looking.stop()

    def forget(self) -> None:
        """Give up all that waits."""
        self._waiting = {}
        self._warned = False
        self._context.standings.take(FULL)

    def _show_full(self) -> None:
        """Say how much waits; with nothing that waits, the notice goes."""
        tr, count = self._context.tr, len(self._waiting)
        if not count:
            self._context.standings.take(FULL)
            return
        self._context.standings.put(
            Banner(
                FULL,
                "triangle-alert",
                "bad",
                lambda: tr(
                    "The disk is full or cannot be written: %n change(s) could not be stored."
                    " What you typed is still here. Make room, then try again.",
                    "",
                    count,
                ),
                ((partial(tr, N_("Try again")), self.try_again),),
                partial(tr, N_("Do without it")),
                self.forget,
            )
        )

    def _show_damaged(self, error: ChapterError) -> None:
        context, tr = self._context, self._context.tr
        context.standings.put(
            Banner(
                DAMAGED,
                "octagon-alert",
                "bad",
                lambda: context.language.error(error),
                ((partial(tr, N_("Show the backups")), self.backups_asked.emit),),
                partial(tr, N_("Close")),
            )
        )


def is_alive(act: Callable[..., Any]) -> bool:
    """Tell whether the widget that a call belongs to is still there."""
    while isinstance(act, partial):
        act = act.func
    owner = getattr(act, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
