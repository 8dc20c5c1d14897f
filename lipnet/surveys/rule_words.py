"""What is wrong with a rule, and what to do instead; and why a file could not be read at all."""

from lipnet.core.i18n import lazy

RULE_WORDS = {
    "rule_empty": (
        lazy("The rule in %(field)s is empty."),
        lazy("Write the rule, or clear the cell."),
    ),
    "rule_too_long": (
        lazy("The rule in %(field)s is too long; it was left out."),
        lazy("Divide it: put parts into calculate rows and name them."),
    ),
    "rule_too_deep": (
        lazy("The rule in %(field)s has too many brackets inside each other; it was left out."),
        lazy("Divide it: put parts into calculate rows and name them."),
    ),
    "rule_unexpected": (
        lazy("The rule in %(field)s cannot be read at %(found)s; it was left out."),
        lazy("Check what stands before and after: an operator or a comma may be missing."),
    ),
    "rule_unfinished": (
        lazy("The rule in %(field)s ends too early; it was left out."),
        lazy("Close every bracket, and write what should follow the last operator."),
    ),
    "rule_quote_open": (
        lazy("A quotation mark in %(field)s is never closed; the rule was left out."),
        lazy("Close the text with the mark that opened it."),
    ),
    "rule_curly_quote": (
        lazy("The rule in %(field)s has curly quotation marks; it was left out."),
        lazy("Use straight marks: ' or \"."),
    ),
    "rule_path": (
        lazy("The rule in %(field)s uses the path %(found)s; it was left out."),
        lazy("Name the question in braces instead: ${name}."),
    ),
    "rule_unknown_name": (
        lazy("The rule in %(field)s names %(name)s, which is not in the sheet; it was left out."),
        lazy("Correct the name, or add the question."),
    ),
    "rule_rejected_name": (
        lazy("The rule in %(field)s rests on %(name)s, which was left out; so was the rule."),
        lazy("First repair %(name)s, or change the rule."),
    ),
    "rule_unknown_function": (
        lazy("The rule in %(field)s uses %(function)s(), which is not known; it was left out."),
        lazy("Use another function; docs/expressions.md lists them."),
    ),
    "rule_arguments": (
        lazy("In %(field)s, %(function)s() is given %(given)s values; the rule was left out."),
        lazy("Give it at least %(least)s and at most %(most)s."),
    ),
    "rule_unknown_column": (
        lazy("The rule in %(field)s names the column %(name)s, which choices do not have."),
        lazy("Add the column to the choices sheet, or write ${%(name)s} for an answer."),
    ),
    "rule_self": (
        lazy("The rule in %(field)s uses a dot for its own answer; it was left out."),
        lazy("Name the question meant, in braces: ${name}."),
    ),
    "rule_pattern": (
        lazy("The pattern %(pattern)s in %(field)s cannot be used safely; the rule was left out."),
        lazy("Use a simpler pattern, without repetition inside repetition."),
    ),
    "rule_cycle": (
        lazy("These wait for each other: %(names)s. The rule in %(field)s was left out."),
        lazy("Change one of the rules so that it does not need the others."),
    ),
    "rule_quotes_straightened": (
        lazy("Curly quotation marks in %(field)s were straightened."),
        lazy("Nothing to do."),
    ),
    "rule_forward": (
        lazy("The rule in %(field)s reads %(name)s, which is asked only later."),
        lazy("Move the question %(name)s before this one."),
    ),
    "rule_not_in_list": (
        lazy("The rule in %(field)s asks whether %(name)s is %(value)s, which is no choice of it."),
        lazy("Use a code of the list %(list_name)s."),
    ),
    "rule_never_true": (
        lazy("The rule in %(field)s can never be true, so the question can never be reached."),
        lazy("Correct the rule, or delete the question."),
    ),
}

UNREADABLE_WORDS = {
    "empty": (
        lazy("The file is empty."),
        lazy("Choose the workbook that holds the questionnaire."),
    ),
    "not_a_workbook": (
        lazy("The file is not a workbook, or it is damaged."),
        lazy("Save the questionnaire as .xlsx, .xls, .ods or .csv and upload that."),
    ),
    "encrypted": (
        lazy("The file is protected by a password."),
        lazy("Save a copy without a password and upload that."),
    ),
    "bad_encoding": (
        lazy("The letters of this text file could not be read."),
        lazy("Save it as CSV UTF-8, or as .xlsx."),
    ),
    "too_large": (
        lazy("The file is larger than 10 MB."),
        lazy("Delete pictures and sheets that are not part of the questionnaire."),
    ),
    "zip_bomb": (
        lazy("The file would unpack to more than a questionnaire can hold."),
        lazy("Copy the sheets into a new workbook and save that."),
    ),
    "too_many_cells": (
        lazy("The workbook has far more cells than a questionnaire."),
        lazy("Copy the rows that are used into a new workbook: far-off cells may hold a space."),
    ),
}
