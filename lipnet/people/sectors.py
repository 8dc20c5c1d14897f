"""The sectors of organisations and seats. Voters read their names too, in every language."""

from lipnet.core.i18n import lazy

SECTOR_NAMES = {
    "settlement": lazy("Settlement services"),
    "municipal": lazy("Municipality"),
    "education": lazy("Education"),
    "health": lazy("Health"),
    "employment": lazy("Employment services"),
    "employer": lazy("Employers"),
    "francophone": lazy("Francophone community"),
    "faith": lazy("Faith communities"),
    "ethnocultural": lazy("Ethnocultural communities"),
    "library": lazy("Libraries"),
    "justice": lazy("Police and justice"),
    "housing": lazy("Housing"),
    "newcomer": lazy("Newcomers"),
    "funder": lazy("Funders"),
    "other": lazy("Other"),
}
SECTORS = tuple(SECTOR_NAMES)
