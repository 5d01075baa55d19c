"""The things and the fields of the desk file in the director's words: for the change log, the card, and undo."""

from typing import Self

from chapterdesk.domain.labels import Labelled
from chapterdesk.domain.text import N_


class Thing(Labelled):
    """What a row of a table is; the value is the table's name."""

    CHAPTER = "chapter", N_("Chapter")
    LOGO = "logo", N_("Logo")
    HOLIDAY = "holiday", N_("Holiday")
    PERSON = "person", N_("Person")
    PHOTO = "photo", N_("Photo")
    CONSENT = "consent", N_("Consent")
    CLASSIFICATION = "classification", N_("Classification")
    MEMBERSHIP = "membership", N_("Membership")
    ROLE_TERM = "role_term", N_("Role")
    MEETING = "meeting", N_("Meeting")
    ATTENDANCE = "attendance", N_("Attendance mark")
    VISIT = "visit", N_("Visit")
    SLIP = "slip", N_("Slip")
    PERIOD_TOTAL = "period_total", N_("Imported totals")
    PERIOD_TOTAL_ROW = "period_total_row", N_("Row of imported totals")
    IMPORT_BATCH = "import_batch", N_("Imported file")
    ALIAS = "alias", N_("Name in imported files")
    COLUMN_MAPPING = "column_mapping", N_("Headings of imported files")


class LoggedThing(Labelled):
    """What an action can be about, to narrow the log by; `tables` are the tables meant."""

    PEOPLE = "people", N_("People and consents")
    MEMBERSHIPS = "memberships", N_("Memberships and roles")
    MEETINGS = "meetings", N_("Meetings and attendance")
    SLIPS = "slips", N_("Slips")
    VISITS = "visits", N_("Visitors")
    CHAPTERS = "chapters", N_("Chapters and holidays")
    IMPORTS = "imports", N_("Imports")

    @property
    def tables(self) -> frozenset[str]:
        """The names of the tables."""
        return frozenset(thing.value for thing in _ABOUT[self])


_ABOUT = {
    LoggedThing.PEOPLE: (Thing.PERSON, Thing.PHOTO, Thing.CONSENT),
    LoggedThing.MEMBERSHIPS: (Thing.MEMBERSHIP, Thing.ROLE_TERM, Thing.CLASSIFICATION),
    LoggedThing.MEETINGS: (Thing.MEETING, Thing.ATTENDANCE),
    LoggedThing.SLIPS: (Thing.SLIP,),
    LoggedThing.VISITS: (Thing.VISIT,),
    LoggedThing.CHAPTERS: (Thing.CHAPTER, Thing.LOGO, Thing.HOLIDAY),
    LoggedThing.IMPORTS: (
        Thing.IMPORT_BATCH, Thing.PERIOD_TOTAL, Thing.PERIOD_TOTAL_ROW, Thing.ALIAS, Thing.COLUMN_MAPPING,
    ),
}  # fmt: skip


class LoggedField(Labelled):
    """One field of a row, in the order in which it is read; the value is the table and the column.

    Columns that are no field of the director's (ids, digests, which import made the row) are none here.
    """

    CHAPTER_NAME = "chapter.name", N_("Name")
    CHAPTER_KIND = "chapter.kind", N_("Kind of group")
    CHAPTER_LANGUAGE = "chapter.language", N_("Language of the group")
    CHAPTER_CURRENCY = "chapter.currency", N_("Currency")
    CHAPTER_WEEKDAY = "chapter.weekday", N_("Meets on")
    CHAPTER_START_TIME = "chapter.start_time", N_("Starts at")
    CHAPTER_PLACE = "chapter.place", N_("Place")
    CHAPTER_COUNTRY = "chapter.country", N_("Country")
    CHAPTER_SUBDIVISION = "chapter.subdivision", N_("Region")
    HOLIDAY_DATE = "holiday.date", N_("Day")
    HOLIDAY_NAME = "holiday.name", N_("Reason")
    PERSON_FIRST_NAME = "person.first_name", N_("First name")
    PERSON_LAST_NAME = "person.last_name", N_("Last name")
    PERSON_COMPANY = "person.company", N_("Company")
    PERSON_PHONES = "person.phones", N_("Phones")
    PERSON_EMAILS = "person.emails", N_("E-mails")
    PERSON_WEBSITE = "person.website", N_("Website")
    PERSON_ADDRESS = "person.address", N_("Address")
    PERSON_NOTES = "person.notes", N_("Notes")
    CONSENT_PURPOSE = "consent.purpose", N_("Agreed to")
    CONSENT_GIVEN_ON = "consent.given_on", N_("Agreed on")
    CONSENT_WITHDRAWN_ON = "consent.withdrawn_on", N_("Withdrawn on")
    CONSENT_NOTE = "consent.note", N_("Note")
    CLASSIFICATION_NAME = "classification.name", N_("Name")
    CLASSIFICATION_STATE = "classification.state", N_("State")
    MEMBERSHIP_CLASSIFICATION = "membership.classification_id", N_("Classification")
    MEMBERSHIP_STATUS = "membership.status", N_("Status")
    MEMBERSHIP_START = "membership.start", N_("Member since")
    MEMBERSHIP_END = "membership.end", N_("Last day")
    MEMBERSHIP_END_REASON = "membership.end_reason", N_("Why it ended")
    MEMBERSHIP_RENEWAL_DUE = "membership.renewal_due", N_("Renews on")
    MEMBERSHIP_SPONSOR = "membership.sponsor_id", N_("Sponsor")
    MEMBERSHIP_MENTOR = "membership.mentor_id", N_("Mentor")
    ROLE = "role_term.role", N_("Role")
    ROLE_START = "role_term.start", N_("First day")
    ROLE_END = "role_term.end", N_("Last day")
    MEETING_DATE = "meeting.date", N_("Date")
    MEETING_KIND = "meeting.kind", N_("Kind of meeting")
    MEETING_STATUS = "meeting.status", N_("Status")
    MEETING_PLACE = "meeting.place", N_("Place")
    MEETING_START_TIME = "meeting.start_time", N_("Starts at")
    MEETING_AGENDA = "meeting.agenda", N_("Agenda")
    MEETING_NOTES = "meeting.notes", N_("Notes")
    ATTENDANCE_CODE = "attendance.code", N_("Attendance mark")
    ATTENDANCE_SUBSTITUTE = "attendance.substitute_id", N_("Substitute")
    VISIT_PERSON = "visit.person_id", N_("Visitor")
    VISIT_MEETING = "visit.meeting_id", N_("Meeting")
    VISIT_INVITER = "visit.inviter_id", N_("Invited by")
    VISIT_KIND = "visit.kind", N_("Kind of visit")
    VISIT_ATTENDED = "visit.attended", N_("Came")
    VISIT_OUTCOME = "visit.outcome", N_("Outcome")
    VISIT_NEXT_CONTACT = "visit.next_contact", N_("Next contact")
    VISIT_NOTE = "visit.note", N_("Note")
    SLIP_KIND = "slip.kind", N_("Kind")
    SLIP_DATE = "slip.date", N_("Date")
    SLIP_MEETING = "slip.meeting_id", N_("Meeting")
    SLIP_GIVER = "slip.giver_id", N_("From")
    SLIP_RECEIVER = "slip.receiver_id", N_("To")
    SLIP_GIVER_SIDE = "slip.giver_side", N_("Giver belongs to")
    SLIP_RECEIVER_SIDE = "slip.receiver_side", N_("Receiver belongs to")
    SLIP_OTHER_CHAPTER = "slip.other_chapter", N_("Other chapter")
    SLIP_TIER = "slip.tier", N_("Whose business")
    SLIP_AMOUNT = "slip.amount", N_("Amount")
    SLIP_CREDITS = "slip.credits", N_("Credits")
    SLIP_PROSPECT = "slip.prospect", N_("Prospect")
    SLIP_CONTACT = "slip.contact", N_("Phone or e-mail")
    SLIP_GAVE_CARD = "slip.gave_card", N_("Card given")
    SLIP_TOLD_THEM = "slip.told_them", N_("Call announced")
    SLIP_HEAT = "slip.heat", N_("Heat")
    SLIP_FOLLOW_UP = "slip.follow_up", N_("Follow-up")
    SLIP_REPEAT_BUSINESS = "slip.repeat_business", N_("New or repeat")
    SLIP_PLACE = "slip.place", N_("Where")
    SLIP_TOPICS = "slip.topics", N_("Topics")
    SLIP_NOTE = "slip.note", N_("Note")
    TOTAL_FIRST = "period_total.first", N_("First day")
    TOTAL_LAST = "period_total.last", N_("Last day")
    TOTAL_GROUP = "period_total.group", N_("Figures")
    TOTAL_MEETINGS = "period_total.meetings", N_("Meetings")
    TOTAL_USE_DETAIL = "period_total.use_detail", N_("Count the detail instead")
    IMPORT_FILE = "import_batch.file_name", N_("File")
    ALIAS_NAME = "alias.name", N_("Name in the file")
    ALIAS_PERSON = "alias.person_id", N_("Person")
    ALIAS_SIDE = "alias.side", N_("Belongs to")

    @property
    def table(self) -> str:
        """The table it is a column of."""
        return self.value.partition(".")[0]

    @property
    def column(self) -> str:
        """The column."""
        return self.value.partition(".")[2]

    @classmethod
    def of(cls, table: str, column: str) -> Self | None:
        """The field of a column, None for one that is none of the director's."""
        name = f"{table}.{column}"
        return cls(name) if name in cls._value2member_map_ else None
