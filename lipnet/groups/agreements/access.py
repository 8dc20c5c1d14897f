"""Who may see the agreement: coordinators, and the people of who holds it. Nobody else is told
that there is one."""

from lipnet.core.permissions import EVERY_ROLE, Role, declare, may
from lipnet.core.refusals import NotFound, NotYours
from lipnet.core.web import me
from lipnet.groups.agreements.models import (
    Agreement,
    AgreementHolder,
    DueRule,
    Obligation,
    ObligationProof,
)
from lipnet.groups.agreements.standing import years_of


class Can:
    SEE_AGREEMENTS = declare("agreements.see", *EVERY_ROLE)  # and hold one: `may_see` asks
    MANAGE_AGREEMENTS = declare("agreements.manage", Role.COORDINATOR)


def may_see(person, agreement: Agreement) -> bool:
    """Whether `person` coordinates, or belongs to an organisation that holds it."""
    if not may(person, Can.SEE_AGREEMENTS):
        return False
    return may(person, Can.MANAGE_AGREEMENTS) or _holds(person, agreement)


def agreements_for(person) -> list[Agreement]:
    """Those `person` may see, the latest first."""
    rows = Agreement.select().order_by(Agreement.starts_on.desc(), Agreement.id.desc())
    return [row for row in rows if may_see(person, row)]


def agreements_to_see() -> list[Agreement]:
    """For the list: who manages none and holds none finds no such page."""
    found = agreements_for(me())
    if not found and not may(me(), Can.MANAGE_AGREEMENTS):
        raise NotFound
    return found


def agreement_to_see(agreement_id: int) -> Agreement:
    found = Agreement.get_or_none(Agreement.id == agreement_id)
    if found is None or not may_see(me(), found):
        raise NotFound
    return found


def agreement_to_manage(agreement_id: int) -> Agreement:
    """404 for who may not see it, 403 for the holder's people."""
    found = agreement_to_see(agreement_id)
    if not may(me(), Can.MANAGE_AGREEMENTS):
        raise NotYours
    return found


def year_to_see(agreement_id: int, fiscal_year: int) -> tuple[Agreement, int]:
    return _with_year(agreement_to_see(agreement_id), fiscal_year)


def year_to_manage(agreement_id: int, fiscal_year: int) -> tuple[Agreement, int]:
    return _with_year(agreement_to_manage(agreement_id), fiscal_year)


def obligation_to_see(agreement_id: int, obligation_id: int) -> Obligation:
    agreement = agreement_to_see(agreement_id)
    found = agreement.obligations.where(Obligation.id == obligation_id).first()
    if found is None:
        raise NotFound
    return found


def obligation_to_manage(agreement_id: int, obligation_id: int) -> Obligation:
    agreement_to_manage(agreement_id)
    return obligation_to_see(agreement_id, obligation_id)


def proof_to_see(agreement_id: int, obligation_id: int, proof_id: int) -> ObligationProof:
    obligation = obligation_to_see(agreement_id, obligation_id)
    found = obligation.proofs.where(ObligationProof.id == proof_id).first()
    if found is None:
        raise NotFound
    return found


def rule_to_manage(agreement_id: int, rule_id: int) -> DueRule:
    found = agreement_to_manage(agreement_id).rules.where(DueRule.id == rule_id).first()
    if found is None:
        raise NotFound
    return found


def _with_year(agreement: Agreement, fiscal_year: int) -> tuple[Agreement, int]:
    if fiscal_year not in years_of(agreement):
        raise NotFound
    return agreement, fiscal_year


def _holds(person, agreement: Agreement) -> bool:
    if person.organisation_id is None:
        return False
    mine = AgreementHolder.organisation == person.organisation_id
    return agreement.holders.where(mine).exists()
