"""Slips get a seventh kind, the introduction, and a third person who is named on it.

The table is made anew, since SQLite cannot change the list of kinds in its CHECK; ids are never given twice, so the
last one that was given comes along.
"""

from alembic import op

revision = "0003"
down_revision = "0002"

_COLUMNS = (
    "chapter_id, kind, date, meeting_id, giver_id, receiver_id, giver_side, receiver_side, other_chapter, tier, amount,"
    " credits, prospect, contact, gave_card, told_them, heat, follow_up, repeat_business, place, topics, note,"
    " import_batch_id, claimed_by_id, id, uid"
)
_TABLE = """
CREATE TABLE slip_anew (
    chapter_id INTEGER NOT NULL, kind VARCHAR(24) NOT NULL, date DATE NOT NULL, meeting_id INTEGER, giver_id INTEGER,
    receiver_id INTEGER, giver_side VARCHAR(24) NOT NULL, receiver_side VARCHAR(24) NOT NULL,
    other_chapter TEXT NOT NULL, tier VARCHAR(24), amount INTEGER, credits INTEGER, prospect TEXT NOT NULL,
    contact TEXT NOT NULL, gave_card BOOLEAN NOT NULL, told_them BOOLEAN NOT NULL, heat INTEGER,
    follow_up VARCHAR(24), repeat_business BOOLEAN, place TEXT NOT NULL, topics TEXT NOT NULL, note TEXT NOT NULL,
    import_batch_id INTEGER, claimed_by_id INTEGER, id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    uid VARCHAR(16) NOT NULL, third_id INTEGER,
    CONSTRAINT ck_slip_amount CHECK (amount IS NULL OR amount >= 0),
    CONSTRAINT ck_slip_heat CHECK (heat IS NULL OR heat BETWEEN 1 AND 5),
    CONSTRAINT ck_slip_undisclosed CHECK (kind <> 'closed_business' OR giver_id IS NULL),
    CONSTRAINT ck_slip_third CHECK (third_id IS NULL OR kind = 'introduction'),
    CONSTRAINT fk_slip_chapter_id FOREIGN KEY(chapter_id) REFERENCES chapter (id) ON DELETE CASCADE,
    CONSTRAINT ck_slip_kind CHECK (kind IN ('referral', 'one_to_one', 'closed_business', 'education', 'testimonial',
        'introduction')),
    CONSTRAINT fk_slip_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
    CONSTRAINT fk_slip_giver_id FOREIGN KEY(giver_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_slip_receiver_id FOREIGN KEY(receiver_id) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT ck_slip_giver_side CHECK (giver_side IN ('here', 'elsewhere', 'others')),
    CONSTRAINT ck_slip_receiver_side CHECK (receiver_side IN ('here', 'elsewhere', 'others')),
    CONSTRAINT ck_slip_tier CHECK (tier IN ('inside', 'outside')),
    CONSTRAINT ck_slip_follow_up CHECK (follow_up IN ('open', 'contacted', 'quoted', 'won', 'lost')),
    CONSTRAINT fk_slip_import_batch_id FOREIGN KEY(import_batch_id) REFERENCES import_batch (id) ON DELETE SET NULL,
    CONSTRAINT fk_slip_claimed_by_id FOREIGN KEY(claimed_by_id) REFERENCES import_batch (id) ON DELETE SET NULL,
    CONSTRAINT uq_slip_uid UNIQUE (uid),
    CONSTRAINT fk_slip_third_id FOREIGN KEY(third_id) REFERENCES person (id) ON DELETE RESTRICT
)
"""


def upgrade() -> None:
    """Make the table with the new kind and the new column, with the rows, the indexes and the last id of the old."""
    op.execute(_TABLE)
    op.execute(f"INSERT INTO slip_anew({_COLUMNS}) SELECT {_COLUMNS} FROM slip ORDER BY id")  # noqa: S608 - our names
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'slip_anew'")
    op.execute(
        "INSERT INTO sqlite_sequence(name, seq) SELECT 'slip_anew', seq FROM sqlite_sequence WHERE name = 'slip'"
    )
    op.drop_table("slip")
    op.rename_table("slip_anew", "slip")
    for column in ("chapter_id", "claimed_by_id", "giver_id", "import_batch_id"):
        op.create_index(op.f(f"ix_slip_{column}"), "slip", [column])
    op.execute("CREATE INDEX ix_slip_loose ON slip (chapter_id, date) WHERE meeting_id IS NULL")
    for column in ("meeting_id", "receiver_id", "third_id"):  # the order of a new file: plans of queries depend on it
        op.create_index(op.f(f"ix_slip_{column}"), "slip", [column])
