"""How long what people said is kept, and that it was erased."""

from peewee import Check, DateField, ForeignKeyField, IntegerField, Model, TextField

ONE_OF_WHAT = "what IN ('answers', 'free_text', 'files', 'phrases', 'contacts')"


def up(migrator, db):
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Survey(Base):
        class Meta:
            table_name = "survey"

    class RetentionRule(Base):
        survey = ForeignKeyField(Survey, on_delete="CASCADE")
        what = TextField()
        days = IntegerField(null=True)

        class Meta:
            table_name = "retention_rule"
            indexes = ((("survey", "what"), True),)
            constraints = [
                Check(ONE_OF_WHAT, name="retention_rule_what"),
                Check("days IS NULL OR days BETWEEN 1 AND 3650", name="retention_rule_days"),
                Check(
                    "days IS NOT NULL OR what = 'answers'",
                    name="retention_rule_only_answers_stay",
                ),
            ]

    class Erasure(Base):
        survey = ForeignKeyField(Survey, on_delete="CASCADE")
        what = TextField()
        days = IntegerField()
        due_on = DateField()
        least = IntegerField()
        done_on = DateField(null=True)
        reached = TextField(default="")

        class Meta:
            table_name = "erasure"
            indexes = ((("survey", "what"), True),)
            constraints = [
                Check(ONE_OF_WHAT, name="erasure_what"),
                Check("done_on IS NULL OR reached = ''", name="erasure_done_points_nowhere"),
                Check("done_on IS NULL OR done_on > due_on", name="erasure_not_before_it_is_due"),
                Check("least >= 0", name="erasure_least"),
            ]

    db.create_tables([RetentionRule, Erasure], safe=False)


def down(migrator, db):
    db.execute_sql('DROP TABLE "erasure"')
    db.execute_sql('DROP TABLE "retention_rule"')
