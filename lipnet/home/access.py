"""Who may see and shape the home of the partnership."""

from lipnet.core.permissions import EVERY_ROLE, Role, declare


class Can:
    SEE_HOME = declare("home.see", *EVERY_ROLE)
    INTRODUCE_PARTNERSHIP = declare("home.introduce", Role.COORDINATOR)
