"""ChapterDesk: members, attendance and referral slips of a networking chapter, and its reports."""

from chapterdesk import singletons

__version__ = "0.1.0"

singletons.keep()  # before anything of Qt runs
