"""Files that people send with their answers: off unless the operator switches them on.

switch.py     whether they are
kinds.py      which are taken, and how they are cleaned
receiving.py  from the form that sends everything
keeping.py    stored with the answer, shuffled with it, deleted with it
manage.py     the coordinator's list
"""
