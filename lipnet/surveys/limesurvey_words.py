"""What could not be brought over from LimeSurvey as it was, and what to do instead."""

from lipnet.core.i18n import lazy

LSS_REFUSED_WORDS = {
    "lss_archive": (
        lazy("This is an archive of LimeSurvey (.lsa), with people's answers in it."),
        lazy("Export the survey structure (.lss) and upload that: answers do not belong here."),
    ),
    "lss_tabular": (
        lazy("This is LimeSurvey's tab-separated export."),
        lazy("Export the survey structure (.lss) and upload that: it holds more."),
    ),
    "lss_one_group": (
        lazy("This file holds one group of questions of LimeSurvey (.lsg), not a survey."),
        lazy("Export the whole survey as survey structure (.lss)."),
    ),
    "lss_one_question": (
        lazy("This file holds one question of LimeSurvey (.lsq), not a survey."),
        lazy("Export the whole survey as survey structure (.lss)."),
    ),
    "lss_other_document": (
        lazy("This file of LimeSurvey holds something else than a survey: %(kind)s."),
        lazy("Export the whole survey as survey structure (.lss)."),
    ),
    "lss_not_limesurvey": (
        lazy("This file is not a survey of LimeSurvey."),
        lazy("In LimeSurvey, export the survey structure (.lss), and upload that file unchanged."),
    ),
    "lss_entities": (
        lazy("The file declares a document type or entities, which LimeSurvey never writes."),
        lazy("Export it from LimeSurvey again, and upload that file unchanged."),
    ),
    "lss_encoding": (
        lazy("The letters of this file could not be read."),
        lazy("Export it from LimeSurvey again: saving it in an editor may have damaged it."),
    ),
    "lss_damaged": (
        lazy("The file is damaged, or cut short."),
        lazy("Export it from LimeSurvey again, and upload that file unchanged."),
    ),
    "lss_too_large": (
        lazy("The file is larger than %(limit)s MB."),
        lazy("Take pictures out of the texts, or divide the survey."),
    ),
    "lss_too_many_rows": (
        lazy("The file has more than %(limit)s rows, far more than a survey."),
        lazy("Divide it into several surveys: nobody answers so many questions."),
    ),
    "lss_no_questions": (
        lazy("This survey of LimeSurvey has no question that can be asked here."),
        lazy("Look at what is listed above, then export the survey again."),
    ),
}

LSS_QUESTION_WORDS = {
    "lss_type_unknown": (
        lazy("The question %(name)s has a type that is not known, %(type)s; it was left out."),
        lazy("Ask it in another way in LimeSurvey, or add it to the questionnaire here."),
    ),
    "lss_no_answers": (
        lazy("The question %(name)s offers nothing to choose; it was left out."),
        lazy("Add answers to it in LimeSurvey, and export the survey again."),
    ),
    "lss_no_rows": (
        lazy("The table %(name)s has no rows or no columns; it was left out."),
        lazy("Add subquestions to it in LimeSurvey, and export the survey again."),
    ),
    "lss_cells": (
        lazy("The table %(name)s became %(count)s questions, one for each cell."),
        lazy("See whether people can answer so many; fewer rows or columns are kinder."),
    ),
    "lss_too_many_cells": (
        lazy("The table %(name)s has %(count)s cells; it was left out."),
        lazy("Ask for less, or divide the table."),
    ),
    "lss_rows_in_order": (
        lazy("The rows of the table %(name)s are no longer shuffled."),
        lazy("Nothing to do, unless their order matters."),
    ),
    "lss_rank_all": (
        lazy("In %(name)s people put all the answers in order, not only some."),
        lazy("Offer fewer answers, or ask for the most important ones by several choices."),
    ),
    "lss_one_file": (
        lazy("%(name)s takes one file here, not several."),
        lazy("Ask once for each file."),
    ),
    "lss_location": (
        lazy("The map of %(name)s would record where a person is; it is asked as a text."),
        lazy("Ask for the first three characters of the postal code."),
    ),
    "lss_language_switch": (
        lazy("The question that changes the language was left out."),
        lazy("Nothing to do: every page offers the languages."),
    ),
    "lss_hidden_kept": (
        lazy("%(name)s is hidden from people; its fixed value is kept."),
        lazy("Nothing to do. Rules that use it still work."),
    ),
    "lss_hidden_dropped": (
        lazy("%(name)s is hidden, so nobody could answer it; it was left out."),
        lazy("Give it a default in LimeSurvey if a rule needs it; or show it."),
    ),
    "lss_soft_mandatory": (
        lazy("%(name)s was softly mandatory; here it may be left open without a question."),
        lazy("Make it mandatory if the answer is needed."),
    ),
    "lss_array_filter": (
        lazy("%(name)s was to show only what was picked in %(filter)s; here all of it shows."),
        lazy("Give each row a rule of its own, or ask in another way."),
    ),
    "lss_attributes_dropped": (
        lazy("These settings of %(name)s are not kept: %(attributes)s."),
        lazy("Check that the question works without them."),
    ),
    "lss_attributes_unused": (
        lazy("These settings of questions have no effect here: %(attributes)s."),
        lazy("Nothing to do: questions are laid out to suit the reader's screen."),
    ),
}

LSS_WORDS = {
    **LSS_REFUSED_WORDS,
    **LSS_QUESTION_WORDS,
    "lss_languages_merged": (
        lazy("%(headers)s are the same language here, %(language)s; the first was kept."),
        lazy("If they are different languages, say so on the languages page."),
    ),
    "lss_rule": (
        lazy("The rule in %(field)s could not be brought over at %(found)s: %(rule)s."),
        lazy("Write it again in our way; docs/expressions.md says how. It was left out."),
    ),
    "lss_expression_in_text": (
        lazy("The text works something out: %(expression)s. That was taken out of the text."),
        lazy("Put it into an equation of its own, and name that in the text."),
    ),
    "lss_script_removed": (
        lazy("Scripts were taken out of the texts, here: %(places)s."),
        lazy("Check that these questions work without them."),
    ),
    "lss_markup_removed": (
        lazy("Parts of texts that cannot be shown (%(tag_name)s) were taken out: %(places)s."),
        lazy("Check that the words alone say enough."),
    ),
    "lss_one_by_one": (
        lazy("LimeSurvey asked one question at a time; here a page holds several."),
        lazy("Nothing to do, or divide long groups."),
    ),
    "lss_all_in_one": (
        lazy("LimeSurvey asked everything on one page; here each group has its own."),
        lazy("Nothing to do."),
    ),
    "lss_groups_in_order": (
        lazy("The groups are no longer shuffled."),
        lazy("Check whether their order matters."),
    ),
    "lss_quota": (
        lazy("The quotas (%(count)s) were left out: everybody may answer."),
        lazy("If some people should not be asked, write a rule for those questions."),
    ),
    "lss_end_text": (
        lazy("The text at the end of the survey was left out."),
        lazy("Nothing to do: people get a receipt. Add a note at the end if more must be said."),
    ),
    "lss_parts_unused": (
        lazy("These parts of the file are not used: %(parts)s."),
        lazy("Nothing to do: invitations, statistics and settings are kept here in other ways."),
    ),
}
