"""What the clock does: jobs run in one process at a time, taken by a lease in the database."""

import logging
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import peewee
from apscheduler.schedulers.background import BackgroundScheduler

from lipnet.core import clock
from lipnet.core.config import Config
from lipnet.core.db import Base, MomentField, db

LEASE = timedelta(seconds=45)
log = logging.getLogger("lipnet.jobs")


class Lease(Base):
    """Which process does the jobs now, and until when."""

    name = peewee.TextField(primary_key=True)
    holder = peewee.TextField()
    until = MomentField()

    class Meta:
        table_name = "lease"


@dataclass(frozen=True)
class Job:
    """Something done every `seconds`; run(config) calls one operation."""

    name: str
    seconds: int
    run: Callable[[Config], object]


_jobs: dict[str, Job] = {}
_ending = threading.Event()


def register(name: str, seconds: int, run: Callable[[Config], object]) -> None:
    _jobs[name] = Job(name, seconds, run)


def registered() -> tuple[Job, ...]:
    return tuple(_jobs.values())


def take_lease(holder: str, name: str = "jobs") -> bool:
    """Take or keep the lease for a while; False if another process holds it."""
    moment = clock.now()
    with db.atomic():
        Lease.insert(name=name, holder=holder, until=moment + LEASE).on_conflict_ignore().execute()
        return bool(
            Lease.update(holder=holder, until=moment + LEASE)
            .where((Lease.name == name) & ((Lease.holder == holder) | (Lease.until < moment)))
            .execute()
        )


def run_all(config: Config) -> None:
    """Do every job once, now (commands and tests)."""
    for job in registered():
        job.run(config)


def start(config: Config) -> BackgroundScheduler:
    """Start the clock in this process; jobs run only while it holds the lease."""
    _ending.clear()
    holder = secrets.token_hex(8)
    scheduler = BackgroundScheduler(timezone="UTC", job_defaults={"coalesce": True})
    for job in registered():
        scheduler.add_job(
            _run_if_leader, "interval", seconds=job.seconds, args=[job, config, holder], id=job.name
        )
    scheduler.start()
    return scheduler


def end(scheduler: BackgroundScheduler, *, wait: bool) -> None:
    """No job begins any more, and one that takes long leaves the rest for another time."""
    _ending.set()
    scheduler.shutdown(wait=wait)


def are_ending() -> bool:
    """For jobs that take long: whether this process is told to end."""
    return _ending.is_set()


def _run_if_leader(job: Job, config: Config, holder: str) -> None:
    try:
        with db.connection_context():
            if take_lease(holder):
                job.run(config)
    except Exception:
        log.exception("job %s failed and will be tried again", job.name)
