"""Who reads packs of evidence: coordinators, and the people of who holds the agreement."""

from lipnet.core.permissions import EVERY_ROLE, declare, may
from lipnet.core.refusals import NotFound
from lipnet.core.web import me
from lipnet.groups.agreements.models import Agreement, AgreementHolder, Obligation
from lipnet.reports.access import Can as Reports
from lipnet.reports.evidence_pack.models import EvidencePack


class Can:
    SEE_PACKS = declare("evidence_packs.see", *EVERY_ROLE)  # and hold one: `may_see` asks


def may_see(person, pack: EvidencePack) -> bool:
    """Whether `person` coordinates, or belongs to an organisation that holds the agreement."""
    if not may(person, Can.SEE_PACKS):
        return False
    return may(person, Reports.MANAGE) or pack.agreement_id in _held_by(person)


def packs_to_see() -> list[EvidencePack]:
    """The latest first, each with its agreement; who could see none finds no such page."""
    rows = EvidencePack.select(EvidencePack, Agreement).join(Agreement)
    if not may(me(), Reports.MANAGE):
        held = _held_by(me())
        if not held:
            raise NotFound
        rows = rows.where(EvidencePack.agreement.in_(held))
    return list(rows.order_by(EvidencePack.id.desc()))


def pack_to_see(pack_id: int) -> EvidencePack:
    found = EvidencePack.get_or_none(EvidencePack.id == pack_id)
    if found is None or not may_see(me(), found):
        raise NotFound
    return found


def agreement_of(agreement_id: int) -> Agreement:
    """For coordinators, who alone make packs."""
    return _found(Agreement.get_or_none(Agreement.id == agreement_id))


def obligation_of(agreement: Agreement, obligation_id: int | None) -> Obligation | None:
    if obligation_id is None:
        return None
    return _found(agreement.obligations.where(Obligation.id == obligation_id).first())


def _held_by(person) -> list[int]:
    if person is None or person.organisation_id is None:
        return []
    rows = AgreementHolder.select(AgreementHolder.agreement)
    mine = rows.where(AgreementHolder.organisation == person.organisation_id)
    return [agreement for (agreement,) in mine.tuples()]


def _found(record):
    if record is None:
        raise NotFound
    return record
