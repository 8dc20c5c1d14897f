"""A third level below priorities, and the actions that name a part of one."""

from peewee import (
    Check,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    SqliteDatabase,
    TextField,
)

TABLES = ("action_objective", "objective")
LEVELS = "level IN ('pillar', 'priority', 'objective')"
FORMER_LEVELS = "level IN ('pillar', 'priority')"


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Priority(Base):
        class Meta:
            table_name = "priority"

    class PlanAction(Base):
        class Meta:
            table_name = "plan_action"

    class Objective(Base):
        priority = ForeignKeyField(Priority, backref="+", on_delete="RESTRICT")
        position = IntegerField()
        title = JSONField()

        class Meta:
            table_name = "objective"

    class ActionObjective(Base):
        action = ForeignKeyField(PlanAction, unique=True, backref="+", on_delete="CASCADE")
        objective = ForeignKeyField(Objective, backref="+", on_delete="RESTRICT")

        class Meta:
            table_name = "action_objective"

    db.create_tables([Objective, ActionObjective], safe=False)
    _let_levels_be(db, LEVELS)


def down(migrator, db):
    for table in TABLES:
        db.execute_sql(f'DROP TABLE "{table}"')
    db.execute_sql("DELETE FROM level_name WHERE level = 'objective'")
    _let_levels_be(db, FORMER_LEVELS)


def _let_levels_be(db, levels):
    """SQLite knows no other way to change a CHECK than a new table; nothing refers to this one."""
    if isinstance(db, SqliteDatabase):
        _rebuild(db, levels)
        return
    db.execute_sql("ALTER TABLE level_name DROP CONSTRAINT level_name_level")
    db.execute_sql(f"ALTER TABLE level_name ADD CONSTRAINT level_name_level CHECK ({levels})")


def _rebuild(db, levels):
    _level_name(db, levels, "level_name_anew")._schema.create_table(safe=False)
    db.execute_sql(
        "INSERT INTO level_name_anew (id, level, name) SELECT id, level, name FROM level_name"
    )
    db.execute_sql('DROP TABLE "level_name"')
    db.execute_sql('ALTER TABLE "level_name_anew" RENAME TO "level_name"')
    _level_name(db, levels, "level_name")._schema.create_indexes(safe=False)


def _level_name(db, levels, name):
    class LevelName(Model):
        level = TextField(unique=True)
        name = JSONField()

        class Meta:
            database = db
            legacy_table_names = False
            table_name = name
            constraints = [Check(levels, name="level_name_level")]

    return LevelName
