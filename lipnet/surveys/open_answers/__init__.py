"""What people wrote in their own words: read, translated, coded, agreed upon, counted, quoted.

models.py      codebooks, codings, translations, quotations
answers.py     the settled answers of a question, masked, in an order that says nothing
keeping.py     what goes when a response is withdrawn
finals.py      which codes an answer has in the end, and how far the coders agree
counted.py     the codes as a table of several choices
quotable.py    what may be quoted, and what may be told of who said it
operations/    the verbs
access.py      who may
"""
