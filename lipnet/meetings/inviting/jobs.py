"""What the clock does for invitations: agendas go when the notice asks for it."""

from lipnet.core.config import Config
from lipnet.core.events import THE_PROGRAM
from lipnet.meetings.inviting.agenda_sent import due_to_be_sent
from lipnet.meetings.inviting.operations import send_agenda

AN_HOUR = 3600


def send_agendas(config: Config) -> None:
    for meeting in due_to_be_sent():
        send_agenda(meeting, by=THE_PROGRAM)
