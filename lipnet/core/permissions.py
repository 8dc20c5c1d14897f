"""Who may do what: each package declares its own permissions by role."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Roles in the partnership; member is also held per body, chair and secretary only there."""

    COORDINATOR = "coordinator"
    CHAIR = "chair"
    SECRETARY = "secretary"
    MEMBER = "member"
    TRANSLATOR = "translator"
    VIEWER = "viewer"
    STEWARD = "steward"


@dataclass(frozen=True)
class Permission:
    """A named right and the roles that carry it."""

    name: str
    roles: frozenset[Role]


_declared: dict[str, Permission] = {}
_body_roles: list[Callable[[object], Iterable[tuple[Role, int]]]] = []
_known: ContextVar[dict | None] = ContextVar("roles_by_person", default=None)

EVERY_ROLE = tuple(Role)


def declare(name: str, *roles: Role) -> Permission:
    """Register the permission `name` ("surveys.manage") carried by `roles`."""
    if name in _declared:
        raise ValueError(f"permission {name!r} declared twice")
    permission = Permission(name, frozenset(roles))
    _declared[name] = permission
    return permission


def declared() -> tuple[Permission, ...]:
    return tuple(_declared.values())


def body_roles_from(provider: Callable[[object], Iterable[tuple[Role, int]]]) -> None:
    """Register who tells the (role, body id) pairs a person holds through seats."""
    if provider not in _body_roles:
        _body_roles.append(provider)


def may(person, permission: Permission, *, body: int | None = None) -> bool:
    """Whether `person` holds `permission` anywhere, or, given `body`, over that body.

    Partnership-wide roles count everywhere, except chair and secretary: they are of a body.
    """
    if person is None or not person.is_active:
        return False
    everywhere = set(person.roles) - {Role.CHAIR, Role.SECRETARY}
    if everywhere & permission.roles:
        return True
    return any(
        role in permission.roles and body in (None, where) for role, where in _roles_of(person)
    )


@contextmanager
def asked_once() -> Iterator[None]:
    """Within it the seats of a person are looked up once, however many records are asked about."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def _roles_of(person) -> Iterable[tuple[Role, int]]:
    known = _known.get()
    if known is None:
        return (pair for provider in _body_roles for pair in provider(person))
    if person.id not in known:
        known[person.id] = [pair for provider in _body_roles for pair in provider(person)]
    return known[person.id]
