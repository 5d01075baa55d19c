"""ChapterDesk: members, attendance and referral slips of a networking chapter, and its reports."""

__version__ = "0.1.0"
