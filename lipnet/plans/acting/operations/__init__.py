"""The verbs of an action at work."""

from lipnet.plans.acting.operations.columns import (
    bring_back,
    choose_columns,
    describe_action,
    plan_described_action,
    reword_described_action,
)
from lipnet.plans.acting.operations.money import keep_money, remove_money
from lipnet.plans.acting.operations.progress import (
    ask_leads,
    close_answers,
    note_further,
    remind_leads,
    report_progress,
)
from lipnet.plans.acting.operations.showing import (
    end_file_confidentiality,
    make_file_confidential,
    show_by_file,
)
from lipnet.plans.acting.operations.talking import comment_on_action, withdraw_comment

__all__ = [
    "ask_leads",
    "bring_back",
    "choose_columns",
    "close_answers",
    "comment_on_action",
    "describe_action",
    "end_file_confidentiality",
    "keep_money",
    "make_file_confidential",
    "note_further",
    "plan_described_action",
    "remind_leads",
    "remove_money",
    "report_progress",
    "reword_described_action",
    "show_by_file",
    "withdraw_comment",
]
