"""What becomes of all this when a response is withdrawn: inside that very transaction.

Codings, what was undone, agreements, translations and quotations point at the response, and the
database deletes them with it. Only a quotation that was published stays, tied to nothing.
"""

from lipnet.surveys.models import Response
from lipnet.surveys.open_answers.models import Codebook, Coding, Quotation


def let_go(response: Response) -> None:
    """Before the response is deleted."""
    published = (Quotation.response == response) & Quotation.published_on.is_null(False)
    Quotation.update(response=None).where(published).execute()
    coded = Coding.select(Coding.book).where(Coding.response == response)
    Codebook.update(pending=Codebook.pending + 1).where(Codebook.id.in_(coded)).execute()
