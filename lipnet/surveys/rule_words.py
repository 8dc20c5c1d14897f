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
    "rule_refuses_all": (
        lazy("The rule in %(field)s accepts no answer at all."),
        lazy("Correct the rule: nobody could go on."),
    ),
    "rule_against_groups": (
        lazy(
            "The rule in %(field)s contradicts the rule of a group around it: the item can "
            "never show."
        ),
        lazy("Correct one of the two rules, or move the item out of the group."),
    ),
    "rule_rests_on_unasked": (
        lazy("The rule in %(field)s needs an answer to %(name)s, which can never be asked."),
        lazy("Correct the rules of %(name)s, or change this one."),
    ),
    "rule_no_number": (
        lazy(
            "The rule in %(field)s compares the number %(name)s with %(value)s, which is no number."
        ),
        lazy("Write a number, or name the question that was meant."),
    ),
    "rule_no_date": (
        lazy(
            "The rule in %(field)s compares the date %(name)s with %(value)s, which is not "
            "written as a date."
        ),
        lazy("Write the date like this: 2026-05-01."),
    ),
    "rule_no_time": (
        lazy(
            "The rule in %(field)s compares the time %(name)s with %(value)s, which is not "
            "written as a time."
        ),
        lazy("Write the time of 24 hours like this: 14:30."),
    ),
    "rule_time_order": (
        lazy(
            "The rule in %(field)s calculates with the time %(name)s: a time can only be the "
            "same as another or not."
        ),
        lazy("Take the hour first, for example substr(${%(name)s}, 0, 2)."),
    ),
    "rule_no_choices": (
        lazy("The rule in %(field)s uses %(function)s() on %(name)s, which offers no choices."),
        lazy("Compare the answer itself, or name a question with choices."),
    ),
    "rule_words_as_numbers": (
        lazy("The rule in %(field)s calculates with %(value)s, which is never a number."),
        lazy("Use numbers as codes, or compare with = instead."),
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
