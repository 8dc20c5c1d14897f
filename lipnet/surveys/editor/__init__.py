"""The editor: a questionnaire written in the browser, step by step, with or without script.

desk.py      what lies open: a version that is not published, as it stands now
saving.py    one edit kept: on top of what others kept meanwhile, or a conflict with both versions
outline.py   the questionnaire as a list to walk through
written.py   what a form says about an item, and back
pages.py     the outline and its buttons; item_pages.py, choice_pages.py, rule_pages.py one item;
             frame.py the page as people will see it
"""
