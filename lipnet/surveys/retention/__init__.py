"""How long what people said is kept: promised before a survey opens, carried out by the clock.

Other rooms hold copies of what people said (codes, translations, files to take away); each says
with `also_erase` how it forgets its own.
"""

from lipnet.surveys.retention.erasing import also_erase, has_erased
from lipnet.surveys.retention.marks import ERASED, is_erased

__all__ = ["ERASED", "also_erase", "has_erased", "is_erased"]
