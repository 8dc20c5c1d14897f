"""Who we are: a data steward is the one role that sees exact counts."""

from peewee import SqliteDatabase

FORMER = "role IN ('coordinator', 'chair', 'member', 'translator', 'viewer')"
NOW = "role IN ('coordinator', 'chair', 'member', 'translator', 'viewer', 'steward')"


def up(migrator, db):
    _allow(db, NOW)


def down(migrator, db):
    db.execute_sql("DELETE FROM role_grant WHERE role = 'steward'")
    _allow(db, FORMER)


def _allow(db, rule):
    if not isinstance(db, SqliteDatabase):
        db.execute_sql("ALTER TABLE role_grant DROP CONSTRAINT role_grant_role")
        db.execute_sql(f"ALTER TABLE role_grant ADD CONSTRAINT role_grant_role CHECK ({rule})")
        return
    # SQLite knows no other way to change a CHECK than a new table; nothing refers to this one.
    db.execute_sql(
        'CREATE TABLE "role_grant_anew" ("id" INTEGER NOT NULL PRIMARY KEY, '
        '"person_id" INTEGER NOT NULL, "role" TEXT NOT NULL, "granted_at" DATETIME NOT NULL, '
        'FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE, '
        f'CONSTRAINT "role_grant_role" CHECK ({rule}))'
    )
    db.execute_sql(
        "INSERT INTO role_grant_anew (id, person_id, role, granted_at) "
        "SELECT id, person_id, role, granted_at FROM role_grant"
    )
    db.execute_sql("DROP TABLE role_grant")
    db.execute_sql("ALTER TABLE role_grant_anew RENAME TO role_grant")
    db.execute_sql('CREATE INDEX "role_grant_person_id" ON "role_grant" ("person_id")')
    db.execute_sql(
        'CREATE UNIQUE INDEX "role_grant_person_id_role" ON "role_grant" ("person_id", "role")'
    )
