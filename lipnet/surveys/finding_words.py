"""What is wrong with a workbook, and what to do instead: one pair of sentences for each code."""

from lipnet.core.i18n import lazy

FINDING_WORDS = {
    # the workbook
    "no_survey_sheet": (
        lazy("There is no sheet called survey. The sheets are: %(sheets)s."),
        lazy("Rename the sheet that holds the questions to survey."),
    ),
    "no_type_column": (
        lazy("The first row of this sheet has no column called type. It has: %(headers)s."),
        lazy("Write type, name and label in the first row, above the questions."),
    ),
    "no_questions": (
        lazy("No question could be read from this sheet."),
        lazy("Write one question in each row: its type, its name and its label."),
    ),
    # columns, sheets, settings
    "header_misspelt": (
        lazy("The column %(header)s was read as %(meant)s."),
        lazy("Correct the heading if that is what you meant; otherwise rename the column."),
    ),
    "header_twice": (
        lazy("The column %(header)s stands here a second time."),
        lazy("Keep one of the two. Where both hold a text, the first was used."),
    ),
    "header_unknown": (
        lazy("These columns are not used: %(headers)s."),
        lazy("Nothing to do, unless one of them is a misspelt heading."),
    ),
    "sheet_unknown": (
        lazy("These sheets are not used: %(sheets)s."),
        lazy("Nothing to do, unless one of them is a misspelt choices or settings sheet."),
    ),
    "setting_ignored": (
        lazy("The setting %(setting)s has no effect here."),
        lazy("Nothing to do."),
    ),
    "setting_rejected": (
        lazy("The setting %(setting)s would send answers elsewhere or lock them; it was left out."),
        lazy("Nothing to do: answers stay in this program, on your own server."),
    ),
    # languages
    "language_assumed": (
        lazy("The columns without a language were read as %(language)s."),
        lazy("If they are in another language, say so on the languages page."),
    ),
    "language_unknown": (
        lazy("The language %(header)s is not known by this name."),
        lazy("Say which language it is on the languages page."),
    ),
    "languages_merged": (
        lazy("The columns %(headers)s are in the same language, %(language)s; they were merged."),
        lazy("If they are different languages, say so on the languages page."),
    ),
    "default_language_unknown": (
        lazy("The default language %(setting)s is not a language of this workbook."),
        lazy("%(language)s is shown first instead. Correct default_language to choose another."),
    ),
    "translation_missing": (
        lazy("%(language)s: %(count)s of %(total)s texts are missing."),
        lazy("Fill the cells. Until then those texts are shown in another language, and marked."),
    ),
    # choices
    "choice_without_list": (
        lazy("The choice %(code)s belongs to no list; it was left out."),
        lazy("Write the name of its list in the column list_name."),
    ),
    "choice_without_code": (
        lazy("A choice of the list %(list_name)s has no name; it was left out."),
        lazy("Write a short code in the column name, for example yes."),
    ),
    "choice_without_label": (
        lazy("The choice %(code)s of the list %(list_name)s has no label."),
        lazy("Write what people should read; until then they see the code."),
    ),
    "choice_code_spaces": (
        lazy("The code %(code)s of the list %(list_name)s has spaces; it became %(became)s."),
        lazy("Use codes without spaces, and check the rules that name this code."),
    ),
    "choice_twice": (
        lazy("The list %(list_name)s has the code %(code)s twice; the second was left out."),
        lazy("Give each choice its own code."),
    ),
    "choice_list_unused": (
        lazy("No question uses these lists: %(list_names)s."),
        lazy("Nothing to do, unless a question should."),
    ),
    # types and names
    "type_missing": (
        lazy("The row %(name)s has no type; it was left out."),
        lazy("Write its type, for example text, integer or select_one with a list."),
    ),
    "type_unknown": (
        lazy("%(type)s is not a type of question; the row was left out."),
        lazy("Use text, integer, decimal, date, select_one, select_multiple, note or calculate."),
    ),
    "type_later": (
        lazy("Questions of type %(type)s cannot be asked yet; the row was left out."),
        lazy("Ask in another way, for example as text, or leave the question out."),
    ),
    "files_off": (
        lazy(
            "Questions of type %(type)s ask people for a file. Such questions are switched off on "
            "this installation; the row was left out."
        ),
        lazy("Ask your operator to switch them on, or ask in another way, for example as text."),
    ),
    "type_rejected": (
        lazy("Questions of type %(type)s need another program; the row was left out."),
        lazy("Write the choices into the choices sheet, or ask the question as text."),
    ),
    "type_location": (
        lazy("%(type)s would record where a person is; the row was left out."),
        lazy("Ask for the first three characters of the postal code as a text question."),
    ),
    "type_identifier": (
        lazy("%(type)s would tell one person or telephone from another; it was left out."),
        lazy("Nothing to do: answers here are anonymous."),
    ),
    "type_not_stored": (
        lazy("%(type)s is not kept: an anonymous answer has a day and no time."),
        lazy("Nothing to do. Rules that use it still work."),
    ),
    "name_missing": (
        lazy("A question of type %(type)s has no name; it was called %(became)s."),
        lazy("Give it a short name of its own, so that rules and exports can name it."),
    ),
    "name_invalid": (
        lazy("The name %(name)s has characters a name cannot have; it became %(became)s."),
        lazy("Use letters, digits and underscores, beginning with a letter."),
    ),
    "name_twice": (
        lazy("The name %(name)s was already used above; this one became %(became)s."),
        lazy("Give each question its own name, and check the rules that name it."),
    ),
    "label_missing": (
        lazy("The question %(name)s has no label: people would see nothing to answer."),
        lazy("Write the question in the label column."),
    ),
    "list_missing": (
        lazy("The question %(name)s does not say which list of choices it offers."),
        lazy("Write the list after the type, for example select_one yes_no."),
    ),
    "list_unknown": (
        lazy("The question %(name)s offers the list %(list_name)s, which is not in choices."),
        lazy("Add the list to the choices sheet, or correct its name. The row was left out."),
    ),
    "or_other_added": (
        lazy("%(name)s offers other: the text question %(added)s was added below it."),
        lazy("Nothing to do. Our own words for other are used in every language we know."),
    ),
    "calculation_missing": (
        lazy("The calculation %(name)s calculates nothing."),
        lazy("Write its calculation, or delete the row."),
    ),
    "filter_without_choices": (
        lazy("%(name)s has no choices that could be filtered; its choice filter was left out."),
        lazy("Nothing to do."),
    ),
    "computed_not_editable": (
        lazy("The question %(name)s has a calculation, so people see it but do not answer it."),
        lazy("If they should answer, move the calculation to a calculate row of its own."),
    ),
    "range_unclear": (
        lazy("The range of %(name)s could not be understood: %(parameters)s."),
        lazy("Write start=1 end=10 step=1 in the column parameters."),
    ),
    "required_unclear": (
        lazy("%(value)s does not say whether %(name)s must be answered; it need not be."),
        lazy("Write yes, no, or a rule."),
    ),
    "trigger_unknown": (
        lazy("%(name)s waits for %(trigger)s, which no question is called; it does not wait."),
        lazy("Write the name of a question there is in the column trigger."),
    ),
    "default_invalid": (
        lazy("The default of %(name)s, %(value)s, is no answer to it; it was left out."),
        lazy("Use an answer a person could give."),
    ),
    "piped_unknown": (
        lazy("The text names an answer that does not exist: %(name)s."),
        lazy("Correct the name between the braces; until then nothing is shown in its place."),
    ),
    "media_to_upload": (
        lazy("These pictures and sounds are shown with the questions: %(files)s."),
        lazy("Upload them on the page Pictures and sound, unless they are there already."),
    ),
    "video_not_shown": (
        lazy("These videos are not shown: %(files)s."),
        lazy(
            "A video costs a telephone too much data. Use a picture and a sound, or put the "
            "address of a page with the video into the text."
        ),
    ),
    "matrix_heading_note": (
        lazy("%(name)s is the heading of a table; it became a note above its questions."),
        lazy("Nothing to do: each row of the table is asked with its own choices."),
    ),
    "appearance_ignored": (
        lazy("These appearances have no effect: %(appearances)s."),
        lazy("Nothing to do: questions are laid out to suit the reader's screen."),
    ),
    # groups and repeats
    "group_not_closed": (
        lazy("The group %(name)s is never closed; it was closed at the end of the sheet."),
        lazy("Add a row of type end group where it should end."),
    ),
    "group_not_open": (
        lazy("%(type)s closes a group that was never opened; it was left out."),
        lazy("Delete the row, or add the missing begin group above."),
    ),
    "group_end_mismatch": (
        lazy("%(type)s closes %(name)s, which is of the other kind."),
        lazy("Close a group with end group and a repeat with end repeat."),
    ),
    "group_empty": (
        lazy("The group %(name)s holds no question; it was left out."),
        lazy("Nothing to do, or delete its two rows."),
    ),
    "group_too_deep": (
        lazy("The group %(name)s stands in more than %(limit)s others; it was left out."),
        lazy("Use fewer groups inside each other."),
    ),
    "repeat_nested": (
        lazy(
            "The repeat %(name)s stands inside another; it and its questions (%(count)s) were "
            "left out."
        ),
        lazy("Move it out of the other repeat."),
    ),
    "too_many_items": (
        lazy("The sheet has more than %(limit)s questions; the rest was left out."),
        lazy("Divide it into several surveys: nobody answers so many questions."),
    ),
}
