"""How packs of evidence join the house: their pages, and a way to them from the agreement."""

from flask import Flask
from markupsafe import Markup

from lipnet.core import soundness, web
from lipnet.core.permissions import may
from lipnet.core.web import drawn_by
from lipnet.groups.agreements.models import Agreement, Obligation
from lipnet.reports.access import Can
from lipnet.reports.evidence_pack.models import EvidencePack
from lipnet.reports.evidence_pack.pages import bp
from lipnet.reports.evidence_pack.soundness import faults


def wire(app: Flask) -> None:
    app.register_blueprint(bp)
    soundness.register(faults)
    web.box_on("agreement", of_agreement)
    web.box_on("obligation", of_obligation)


def of_agreement(agreement: Agreement, person) -> Markup | str:
    """On the agreement's page, which only its holders and coordinators see: its packs."""
    packs = EvidencePack.select().where(EvidencePack.agreement == agreement)
    return _box(packs, agreement, None, person)


def of_obligation(obligation: Obligation, person) -> Markup | str:
    packs = EvidencePack.select().where(EvidencePack.obligation == obligation)
    return _box(packs, obligation.agreement, obligation, person)


def _box(packs, agreement: Agreement, obligation: Obligation | None, person) -> Markup | str:
    latest = list(packs.order_by(EvidencePack.id.desc()).limit(5))
    may_make = may(person, Can.MANAGE)
    if not latest and not may_make:
        return ""
    return drawn_by(
        "reports/evidence_pack/box.html",
        packs=latest,
        agreement=agreement,
        obligation=obligation,
        may_make=may_make,
    )
