"""What the meeting screen says when there is nothing to run: no members, no meeting, a day off."""

from functools import partial

from chapterdesk.actions.meeting import plan_weeks
from chapterdesk.domain.meetings import MeetingStatus
from chapterdesk.store.calendar import missing_meetings
from chapterdesk.store.meetings import MeetingRow
from chapterdesk.ui.screens.meeting.meeting_bar import MeetingBar
from chapterdesk.ui.screens.meeting.steering import Steering
from chapterdesk.ui.widgets import EmptyState
from chapterdesk.ui.widgets.command import Command
from chapterdesk.ui.widgets.context import Context


def no_members(context: Context) -> EmptyState:
    """Return what is said while the chapter has no members on the day."""
    tr, go = context.tr, context.go
    return EmptyState(
        context,
        "users",
        tr("Nobody to call yet"),
        tr("The roll call shows the members of the day. Add them, or import the list you have."),
        [
            Command(tr("Add members"), lambda: go("members", add=True), icon="user-plus"),
            Command(tr("Import"), lambda: go("import"), icon="upload"),
        ],
    )


def no_meeting(context: Context, steering: Steering) -> EmptyState:
    """Return what is said while the chapter has no meeting at all."""
    tr = context.tr
    actions = [Command(tr("Add a meeting"), steering.ask_add, icon="calendar-plus")]
    with context.desk.read() as s:
        can_plan = bool(missing_meetings(s, context.chapter.id, context.today()))
    if can_plan:
        plan = partial(plan_weeks, context.desk, [context.chapter.id], context.today())
        words = tr("Plan the next eight weeks")
        actions.insert(
            0,
            Command(words, lambda: context.attempt(plan, key="plan"), icon="calendar-days"),
        )
    words = tr("Plan the next weeks from the usual weekday, or add a single day.")
    return EmptyState(context, "calendar-days", tr("No meeting yet"), words, actions)


def called_off(context: Context, steering: Steering, bar: MeetingBar, row: MeetingRow) -> EmptyState:
    """Return what is said about a holiday or a meeting that was called off."""
    tr = context.tr
    if row.status is MeetingStatus.HOLIDAY:
        icon, title = "sun", tr("A holiday: no meeting on {date}", date=row.date)
    else:
        icon, title = "calendar-off", tr("The meeting of {date} was called off", date=row.date)
    words = tr("Slips and expected visitors of this day went to the next meeting.")
    actions = [
        Command(tr("Plan again"), steering.main_action, icon="rotate-ccw"),
        Command(tr("Later meeting"), lambda: bar.step(1), icon="chevron-right"),
    ]
    return EmptyState(context, icon, title, words, actions)
