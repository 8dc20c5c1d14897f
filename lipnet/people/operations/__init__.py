"""The verbs of people, organisations, roles and sign-ins."""

from lipnet.people.operations.corrections import (
    ask_for_address,
    forget_address_change,
    keep_address,
    settle_organisation_wish,
    take_new_address,
    wish_for_organisation,
)
from lipnet.people.operations.directory import (
    add_organisation,
    add_person,
    change_organisation,
    change_person,
    change_profile,
    leave,
    organisation_leaves,
    organisation_returns,
)
from lipnet.people.operations.roles import grant_role, withdraw_role
from lipnet.people.operations.signing_in import (
    accept_invitation,
    add_coordinator,
    invite,
    request_sign_in_link,
    set_password,
    sign_out_everywhere,
    use_sign_in_link,
)
from lipnet.people.operations.tokens import make_token, revoke_token

__all__ = [
    "accept_invitation",
    "add_coordinator",
    "add_organisation",
    "add_person",
    "ask_for_address",
    "change_organisation",
    "change_person",
    "change_profile",
    "forget_address_change",
    "grant_role",
    "invite",
    "keep_address",
    "leave",
    "make_token",
    "organisation_leaves",
    "organisation_returns",
    "request_sign_in_link",
    "revoke_token",
    "set_password",
    "settle_organisation_wish",
    "sign_out_everywhere",
    "take_new_address",
    "use_sign_in_link",
    "wish_for_organisation",
    "withdraw_role",
]
