"""The first desk file: chapters, people, memberships, meetings, marks, visits, slips, imports and the change log."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def _columns(kind: Any, *names: str, null: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=null) for name in names]


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f("_".join(("uq", table, *columns))))


def _check(table: str, name: str, sql: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(sa.text(sql), name=op.f(f"ck_{table}_{name}"))


def _one_of(table: str, column: str, *values: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return _check(table, column, f'"{column}" IN ({listed})')


def _ref(table: str, column: str, target: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=ondelete)


def _create(table: str, *parts: Any) -> None:
    """Make a table with the id and the uid that every row has."""
    op.create_table(
        table,
        *parts,
        *_columns(sa.Integer(), "id"),
        *_columns(sa.String(16), "uid"),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        _unique(table, "uid"),
        sqlite_autoincrement=True,
    )


def upgrade() -> None:
    """Make the tables of the first release."""
    _chapters()
    _people()
    _imports()
    _members()
    _meetings()
    _log()


# Columns and constraints stand as blocks, to be read like the tables themselves.
# fmt: off
def _chapters() -> None:
    """Chapters with their seats and holidays."""
    _create(
        "chapter",
        *_columns(sa.Text(), "name"), *_columns(sa.String(24), "kind"), *_columns(sa.String(8), "language"),
        *_columns(sa.String(3), "currency"), *_columns(sa.Integer(), "weekday", null=True),
        *_columns(sa.Time(), "start_time", null=True), *_columns(sa.Text(), "place"),
        *_columns(sa.String(2), "country"), *_columns(sa.String(8), "subdivision"),
        _check("chapter", "weekday", "weekday BETWEEN 0 AND 6"), _unique("chapter", "name"),
        _one_of("chapter", "kind", "business", "young_entrepreneurs", "parents", "cultural", "club"),
    )
    _create(
        "logo",
        *_columns(sa.Integer(), "chapter_id"), *_columns(sa.String(64), "digest"), *_columns(sa.LargeBinary(), "data"),
        _unique("logo", "chapter_id"), _ref("logo", "chapter_id", "chapter"),
    )
    _create(
        "holiday",
        *_columns(sa.Integer(), "chapter_id"), *_columns(sa.Date(), "date"), *_columns(sa.Text(), "name"),
        _unique("holiday", "chapter_id", "date"), _ref("holiday", "chapter_id", "chapter"),
    )
    _create(
        "classification",
        *_columns(sa.Integer(), "chapter_id"), *_columns(sa.Text(), "name"), *_columns(sa.String(24), "state"),
        _unique("classification", "chapter_id", "name"), _ref("classification", "chapter_id", "chapter"),
        _one_of("classification", "state", "open", "wanted"),
    )


def _people() -> None:
    """People for life."""
    _create(
        "person",
        *_columns(sa.Text(), "first_name", "last_name", "company", "phones", "emails", "website", "address", "notes"),
        _check("person", "named", "first_name <> '' OR last_name <> ''"),
    )
    _create(
        "photo",
        *_columns(sa.Integer(), "person_id"), *_columns(sa.String(64), "digest"), *_columns(sa.LargeBinary(), "data"),
        _unique("photo", "person_id"), _ref("photo", "person_id", "person"),
    )
    _create(
        "consent",
        *_columns(sa.Integer(), "person_id"), *_columns(sa.Text(), "purpose"), *_columns(sa.Date(), "given_on"),
        *_columns(sa.Date(), "withdrawn_on", null=True), *_columns(sa.Text(), "note"),
        _ref("consent", "person_id", "person"),
    )
    op.create_index(op.f("ix_consent_person_id"), "consent", ["person_id"])


def _imports() -> None:
    """Imported files and what they cannot be asked twice."""
    _create(
        "import_batch",
        *_columns(sa.Integer(), "chapter_id"), *_columns(sa.String(24), "format"), *_columns(sa.Text(), "file_name"),
        *_columns(sa.String(64), "digest"), *_columns(sa.DateTime(), "at"),
        *_columns(sa.Date(), "first", "last", null=True), *_columns(sa.Text(), "made"),
        _ref("import_batch", "chapter_id", "chapter"),
    )
    op.create_index(op.f("ix_import_batch_chapter_id"), "import_batch", ["chapter_id"])
    op.create_index(op.f("ix_import_batch_digest"), "import_batch", ["digest"])
    _create(
        "alias",
        *_columns(sa.Integer(), "chapter_id"), *_columns(sa.Text(), "name"), *_columns(sa.Integer(), "person_id"),
        *_columns(sa.String(24), "side"),
        _unique("alias", "chapter_id", "name"), _ref("alias", "chapter_id", "chapter"),
        _ref("alias", "person_id", "person"), _one_of("alias", "side", "here", "elsewhere", "others"),
    )
    op.create_index(op.f("ix_alias_person_id"), "alias", ["person_id"])
    _create(
        "column_mapping",
        *_columns(sa.String(24), "format"), *_columns(sa.Text(), "signature", "mapping"),
        _unique("column_mapping", "format", "signature"),
    )
    _create(
        "period_total",
        *_columns(sa.Integer(), "chapter_id"), *_columns(sa.String(24), "group"), *_columns(sa.Date(), "first", "last"),
        *_columns(sa.Integer(), "meetings", null=True), *_columns(sa.Boolean(), "use_detail"),
        *_columns(sa.Integer(), "import_batch_id", null=True),
        _check("period_total", "order", "first <= last"), _ref("period_total", "chapter_id", "chapter"),
        _one_of("period_total", "group", "attendance", "activity"),
        _ref("period_total", "import_batch_id", "import_batch", "SET NULL"),
    )
    op.create_index(op.f("ix_period_total_chapter_id_first"), "period_total", ["chapter_id", "first"])
    op.create_index(op.f("ix_period_total_import_batch_id"), "period_total", ["import_batch_id"])
    _create(
        "period_total_row",
        *_columns(sa.Integer(), "total_id"), *_columns(sa.String(24), "row"),
        *_columns(sa.Integer(), "person_id", null=True), *_columns(sa.Integer(), "P", "A", "L", "M", "S", "RGI", "RGO",
        "RRI", "RRO", "V", "one_to_ones", "TYFCB", "CEU", "T"),
        _check("period_total_row", "person", "(row = 'member') = (person_id IS NOT NULL)"),
        _check("period_total_row", "no_total", "row <> 'total'"), _ref("period_total_row", "total_id", "period_total"),
        _one_of("period_total_row", "row", "member", "not_listed", "others", "visitors", "total"),
        _ref("period_total_row", "person_id", "person", "RESTRICT"),
    )
    op.create_index(op.f("ix_period_total_row_person_id"), "period_total_row", ["person_id"])
    op.create_index(op.f("ix_period_total_row_total_id"), "period_total_row", ["total_id"])


def _members() -> None:
    """Memberships and roles."""
    _create(
        "membership",
        *_columns(sa.Integer(), "chapter_id", "person_id"),
        *_columns(sa.Integer(), "classification_id", "sponsor_id", "mentor_id", null=True),
        *_columns(sa.Date(), "start", "end", null=True), *_columns(sa.Text(), "end_reason"),
        *_columns(sa.Date(), "renewal_due", null=True), *_columns(sa.String(24), "status"),
        *_columns(sa.Integer(), "import_batch_id", null=True),
        _check("membership", "order", "start IS NULL OR \"end\" IS NULL OR start <= \"end\""),
        _ref("membership", "chapter_id", "chapter"), _ref("membership", "person_id", "person", "RESTRICT"),
        _ref("membership", "classification_id", "classification", "SET NULL"),
        _ref("membership", "sponsor_id", "person", "SET NULL"), _ref("membership", "mentor_id", "person", "SET NULL"),
        _one_of("membership", "status", "applicant", "active", "leave", "probation", "renewal_due", "late", "resigned",
        "dropped", "transferred"), _ref("membership", "import_batch_id", "import_batch", "SET NULL"),
    )
    op.create_index(op.f("ix_membership_chapter_id_person_id"), "membership", ["chapter_id", "person_id"])
    op.create_index(op.f("ix_membership_classification_id"), "membership", ["classification_id"])
    op.create_index(op.f("ix_membership_import_batch_id"), "membership", ["import_batch_id"])
    op.create_index(op.f("ix_membership_mentor_id"), "membership", ["mentor_id"])
    op.create_index(op.f("ix_membership_person_id"), "membership", ["person_id"])
    op.create_index(op.f("ix_membership_sponsor_id"), "membership", ["sponsor_id"])
    _create(
        "role_term",
        *_columns(sa.Integer(), "chapter_id", "person_id"), *_columns(sa.Text(), "role"), *_columns(sa.Date(), "start"),
        *_columns(sa.Date(), "end", null=True),
        _check("role_term", "order", "\"end\" IS NULL OR start <= \"end\""), _ref("role_term", "chapter_id", "chapter"),
        _ref("role_term", "person_id", "person", "RESTRICT"),
    )
    op.create_index(op.f("ix_role_term_chapter_id"), "role_term", ["chapter_id"])
    op.create_index(op.f("ix_role_term_person_id"), "role_term", ["person_id"])


def _meetings() -> None:
    """Meetings, marks, visits and slips."""
    _create(
        "meeting",
        *_columns(sa.Integer(), "chapter_id"), *_columns(sa.Date(), "date"), *_columns(sa.Integer(), "sequence"),
        *_columns(sa.String(24), "kind", "status"), *_columns(sa.Text(), "place"),
        *_columns(sa.Time(), "start_time", null=True), *_columns(sa.Text(), "agenda", "notes"),
        *_columns(sa.Integer(), "import_batch_id", null=True),
        _unique("meeting", "chapter_id", "date", "sequence"), _ref("meeting", "chapter_id", "chapter"),
        _one_of("meeting", "kind", "regular", "event", "assembly", "committee"),
        _one_of("meeting", "status", "planned", "draft", "completed", "holiday", "discarded"),
        _ref("meeting", "import_batch_id", "import_batch", "SET NULL"),
    )
    op.create_index(op.f("ix_meeting_import_batch_id"), "meeting", ["import_batch_id"])
    _create(
        "attendance",
        *_columns(sa.Integer(), "meeting_id", "membership_id"), *_columns(sa.String(24), "code"),
        *_columns(sa.Integer(), "substitute_id", "import_batch_id", null=True),
        _unique("attendance", "meeting_id", "membership_id"),
        _check("attendance", "substitute", "substitute_id IS NULL OR code = 'S'"),
        _ref("attendance", "meeting_id", "meeting"), _ref("attendance", "membership_id", "membership"),
        _one_of("attendance", "code", "P", "A", "L", "M", "S"),
        _ref("attendance", "substitute_id", "person", "SET NULL"),
        _ref("attendance", "import_batch_id", "import_batch", "SET NULL"),
    )
    op.create_index(op.f("ix_attendance_import_batch_id"), "attendance", ["import_batch_id"])
    op.create_index(op.f("ix_attendance_membership_id"), "attendance", ["membership_id"])
    op.create_index(op.f("ix_attendance_substitute_id"), "attendance", ["substitute_id"])
    _create(
        "visit",
        *_columns(sa.Integer(), "meeting_id", "person_id"), *_columns(sa.Integer(), "inviter_id", null=True),
        *_columns(sa.String(24), "kind"), *_columns(sa.Boolean(), "attended"), *_columns(sa.String(24), "outcome"),
        *_columns(sa.Date(), "next_contact", null=True), *_columns(sa.Text(), "note"),
        *_columns(sa.Integer(), "import_batch_id", null=True),
        _ref("visit", "meeting_id", "meeting"),
        _ref("visit", "person_id", "person", "RESTRICT"), _ref("visit", "inviter_id", "person", "SET NULL"),
        _one_of("visit", "kind", "first", "repeat", "observer", "substitute", "other_chapter"),
        _one_of("visit", "outcome", "open", "interested", "applied", "joined", "declined"),
        _ref("visit", "import_batch_id", "import_batch", "SET NULL"),
    )
    op.create_index(op.f("ix_visit_import_batch_id"), "visit", ["import_batch_id"])
    op.create_index(op.f("ix_visit_inviter_id"), "visit", ["inviter_id"])
    op.create_index("ix_visit_meeting_id_person_id", "visit", ["meeting_id", "person_id"])
    op.create_index(op.f("ix_visit_person_id"), "visit", ["person_id"])
    _create(
        "slip",
        *_columns(sa.Integer(), "chapter_id"), *_columns(sa.String(24), "kind"), *_columns(sa.Date(), "date"),
        *_columns(sa.Integer(), "meeting_id", "giver_id", "receiver_id", null=True),
        *_columns(sa.String(24), "giver_side", "receiver_side"), *_columns(sa.Text(), "other_chapter"),
        *_columns(sa.String(24), "tier", null=True), *_columns(sa.Integer(), "amount", "credits", null=True),
        *_columns(sa.Text(), "prospect", "contact"), *_columns(sa.Boolean(), "gave_card", "told_them"),
        *_columns(sa.Integer(), "heat", null=True), *_columns(sa.String(24), "follow_up", null=True),
        *_columns(sa.Boolean(), "repeat_business", null=True), *_columns(sa.Text(), "place", "topics", "note"),
        *_columns(sa.Integer(), "import_batch_id", "claimed_by_id", null=True),
        _check("slip", "amount", "amount IS NULL OR amount >= 0"),
        _check("slip", "heat", "heat IS NULL OR heat BETWEEN 1 AND 5"),
        _check("slip", "undisclosed", "kind <> 'closed_business' OR giver_id IS NULL"),
        _ref("slip", "chapter_id", "chapter"),
        _one_of("slip", "kind", "referral", "one_to_one", "closed_business", "education", "testimonial"),
        _ref("slip", "meeting_id", "meeting", "SET NULL"), _ref("slip", "giver_id", "person", "RESTRICT"),
        _ref("slip", "receiver_id", "person", "RESTRICT"), _one_of("slip", "giver_side", "here", "elsewhere", "others"),
        _one_of("slip", "receiver_side", "here", "elsewhere", "others"), _one_of("slip", "tier", "inside", "outside"),
        _one_of("slip", "follow_up", "open", "contacted", "quoted", "won", "lost"),
        _ref("slip", "import_batch_id", "import_batch", "SET NULL"),
        _ref("slip", "claimed_by_id", "import_batch", "SET NULL"),
    )
    op.create_index(op.f("ix_slip_chapter_id"), "slip", ["chapter_id"])
    op.create_index(op.f("ix_slip_claimed_by_id"), "slip", ["claimed_by_id"])
    op.create_index(op.f("ix_slip_giver_id"), "slip", ["giver_id"])
    op.create_index(op.f("ix_slip_import_batch_id"), "slip", ["import_batch_id"])
    op.create_index(op.f("ix_slip_loose"), "slip", ["chapter_id", "date"], sqlite_where=sa.text("meeting_id IS NULL"))
    op.create_index(op.f("ix_slip_meeting_id"), "slip", ["meeting_id"])
    op.create_index(op.f("ix_slip_receiver_id"), "slip", ["receiver_id"])


def _log() -> None:
    """The permanent log of changes."""
    _create(
        "change_log",
        *_columns(sa.DateTime(), "at"), *_columns(sa.String(8), "via"), *_columns(sa.Text(), "label", "params"),
        *_columns(sa.String(32), "table_name"), *_columns(sa.String(16), "row_uid"), *_columns(sa.String(8), "action"),
        *_columns(sa.Text(), "before", "after", null=True),
    )
    op.create_index(op.f("ix_change_log_row"), "change_log", ["table_name", "row_uid"])
