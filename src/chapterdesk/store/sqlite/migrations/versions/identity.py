"""The file gets an identity of its own, and a person can be erased."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the one row of the file itself, and the number of people who were erased."""
    op.create_table(
        "desk",
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(16), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_desk_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk")),
        sa.UniqueConstraint("uid", name=op.f("uq_desk_uid")),
        sqlite_autoincrement=True,
    )
    op.execute(
        "INSERT INTO desk(id, uid, made_at)"
        " VALUES(1, lower(hex(randomblob(8))), strftime('%Y-%m-%d %H:%M:%f', 'now') || '000')"
    )
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("erased", sa.Integer(), nullable=True))
    op.create_index(op.f("ix_person_erased"), "person", ["erased"], unique=True)
