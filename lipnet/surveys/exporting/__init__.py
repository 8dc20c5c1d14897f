"""Answers taken away: ordered on a page, made by the clock, kept for a week.

models.py, operations.py, access.py   an order, its verbs, and who may give it
reading.py    the answers of one version, as of one moment, one by one
columns.py    which columns a questionnaire has; cells.py what an answer is worth in them
tables.py, workbooks.py, lines.py, spss.py   the files of single answers
pack.py       what readers may see, as a folder in two languages
making.py     from an order to a file whose rows were counted; claiming.py how far it is
shelf.py      where the files lie
"""
