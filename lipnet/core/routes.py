"""A route, and how its address is written: worked out when somebody first asks for it.

To work out all of them took longer than the rest of making the app; a page writes a few dozen."""

from collections.abc import Callable

from werkzeug.routing import Rule

Writer = Callable[..., tuple[str, str]]
_worked_out: dict[tuple, Writer] = {}


class Route(Rule):
    """Routes that say the same write the same, in whichever app of the process they stand."""

    def _compile_builder(self, append_unknown: bool = True) -> Writer:
        place = "_build_unknown" if append_unknown else "_build"

        def write_first(route: "Route", /, **values) -> tuple[str, str]:
            writer = route._writer(append_unknown).__get__(route)
            setattr(route, place, writer)
            return writer(**values)

        return write_first

    def _writer(self, append_unknown: bool) -> Writer:
        said = (self.rule, tuple(self._trace), repr(self.defaults), append_unknown)
        if said not in _worked_out:
            _worked_out[said] = super()._compile_builder(append_unknown)
        return _worked_out[said]
