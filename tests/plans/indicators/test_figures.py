"""Figures are kept exactly, whatever digits and decimal sign they were typed in."""

import pytest

from lipnet.core.refusals import Refusal
from lipnet.plans.indicators.figures import kept


@pytest.mark.parametrize(
    ("typed", "is_kept_as"),
    [("120", "120"), ("١٢٫٥", "12.5"), ("12,50", "12.5"), ("1 200", "1200"), ("-0", "0"),
     ("۳", "3"), ("0.125", "0.125"), ("1000,5", "1000.5"), (" ", ""), ("1200000", "1200000")],
)  # fmt: skip
def test_a_figure_is_read_in_any_digits_and_with_either_decimal_sign(typed, is_kept_as):
    assert kept(typed, "value") == is_kept_as


@pytest.mark.parametrize(
    ("typed", "said"), [("1,200", "thousands"), ("many", "not a number"), ("0.1234", "three")]
)
def test_what_is_no_figure_or_could_be_two_is_asked_again(typed, said):
    with pytest.raises(Refusal, match=said) as refused:
        kept(typed, "value")
    assert refused.value.field == "value"
