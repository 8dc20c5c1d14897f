"""What `lipnet check` looks for among the people."""

from collections.abc import Iterator

from lipnet.core.config import Config
from lipnet.core.events import Event
from lipnet.core.soundness import Fault
from lipnet.people.models import Person


def unknown_actors(config: Config) -> Iterator[Fault]:
    """Events done by somebody who does not exist."""
    known = Person.select(Person.id)
    strange = Event.select().where(Event.actor_id.is_null(False) & Event.actor_id.not_in(known))
    for event in strange:
        yield Fault("unknown_actor", f"event {event.id}", f"person {event.actor_id} is not known")
