"""Every code this engine gives, with the particulars that come with it; words are put on above.

A test of the wording asks that each code has a sentence, and that a sentence names no other
particulars than these. Every finding also has a sheet and a cell, every problem a name.
"""

from __future__ import annotations

PROBLEM_CODES: dict[str, tuple[str, ...]] = {
    "required": (),
    "constraint": (),
    "not_a_number": (),
    "not_whole": (),
    "unsure_number": (),
    "too_many_digits": ("limit",),
    "not_a_date": (),
    "not_a_time": (),
    "not_a_datetime": (),
    "out_of_range": ("least", "most"),
    "not_on_scale": ("least", "most", "step"),
    "rank_twice": (),
    "rank_unfinished": ("count",),
    "stands_alone": (),
    "not_a_choice": (),
    "not_offered": (),
    "one_only": (),
    "too_long": ("limit", "length"),
    "wrong_shape": (),
}

# The rule that stands in the cell could not be used; it was left out.
# field: relevant, required, constraint, calculation, choice_filter, instance_name
# at: where in the rule, counted in characters from 0
RULE_CODES: dict[str, tuple[str, ...]] = {
    "rule_empty": ("field", "at", "found"),
    "rule_too_long": ("field", "at", "found"),
    "rule_too_deep": ("field", "at", "found"),
    "rule_unexpected": ("field", "at", "found"),
    "rule_unfinished": ("field", "at", "found"),
    "rule_quote_open": ("field", "at", "found"),
    "rule_curly_quote": ("field", "at", "found"),
    "rule_path": ("field", "at", "found"),
    "rule_unknown_name": ("field", "at", "name"),
    "rule_rejected_name": ("field", "at", "name"),
    "rule_unknown_function": ("field", "at", "function"),
    "rule_arguments": ("field", "at", "function", "given", "least", "most"),
    "rule_unknown_column": ("field", "at", "name"),
    "rule_self": ("field", "at"),
    "rule_pattern": ("field", "at", "pattern"),
    "rule_cycle": ("field", "names"),
}

# What a rule says is probably not what was meant; it was kept.
DOUBT_CODES: dict[str, tuple[str, ...]] = {
    "rule_quotes_straightened": ("field",),
    "rule_forward": ("field", "name"),
    "rule_not_in_list": ("field", "name", "value", "list_name"),
    "rule_never_true": ("field",),
    "rule_refuses_all": ("field",),
    "rule_against_groups": ("field",),
    "rule_rests_on_unasked": ("field", "name"),
    "rule_no_number": ("field", "name", "value"),
    "rule_no_date": ("field", "name", "value"),
    "rule_no_time": ("field", "name", "value"),
    "rule_time_order": ("field", "name"),
    "rule_no_choices": ("field", "function", "name"),
    "rule_words_as_numbers": ("field", "value"),
}

# LimeSurvey: the file is refused
LSS_REFUSED: dict[str, tuple[str, ...]] = {
    "lss_archive": (),
    "lss_tabular": (),
    "lss_one_group": (),
    "lss_one_question": (),
    "lss_other_document": ("kind",),
    "lss_not_limesurvey": (),
    "lss_entities": (),
    "lss_encoding": (),
    "lss_damaged": (),
    "lss_too_large": ("limit",),
    "lss_too_many_rows": ("limit",),
    "lss_no_questions": (),
}

# LimeSurvey: something of it was changed or left out
LSS_CODES: dict[str, tuple[str, ...]] = {
    **LSS_REFUSED,
    "lss_languages_merged": ("headers", "tag"),
    # questions
    "lss_type_unknown": ("name", "type"),
    "lss_no_answers": ("name",),
    "lss_no_rows": ("name",),
    "lss_cells": ("name", "count"),
    "lss_too_many_cells": ("name", "count"),
    "lss_rows_in_order": ("name",),
    "lss_rank_all": ("name",),
    "lss_one_file": ("name",),
    "lss_location": ("name",),
    "lss_language_switch": (),
    "lss_hidden_kept": ("name",),
    "lss_hidden_dropped": ("name",),
    "lss_soft_mandatory": ("name",),
    "lss_array_filter": ("name", "filter"),
    "lss_attributes_dropped": ("name", "attributes"),
    "lss_attributes_unused": ("attributes",),
    # rules and texts
    "lss_rule": ("field", "rule", "found"),
    "lss_expression_in_text": ("expression",),
    "lss_script_removed": ("places",),
    "lss_markup_removed": ("tag_name", "places"),
    # the survey as a whole
    "lss_one_by_one": (),
    "lss_all_in_one": (),
    "lss_groups_in_order": (),
    "lss_quota": ("count",),
    "lss_end_text": (),
    "lss_parts_unused": ("parts",),
}

FINDING_CODES: dict[str, tuple[str, ...]] = {
    **RULE_CODES,
    **DOUBT_CODES,
    **LSS_CODES,
    # the workbook: refused
    "unreadable": ("reason", "limit", "size", "what"),
    "no_survey_sheet": ("sheets",),
    "no_type_column": ("headers",),
    "no_questions": (),
    # columns, sheets and settings
    "header_misspelt": ("header", "meant"),
    "header_twice": ("header",),
    "header_unknown": ("headers",),
    "sheet_unknown": ("sheets",),
    "setting_ignored": ("setting",),
    "setting_rejected": ("setting",),
    # languages
    "language_assumed": ("tag",),
    "language_unknown": ("header", "tag"),
    "languages_merged": ("headers", "tag"),
    "default_language_unknown": ("setting", "tag"),
    "translation_missing": ("tag", "count", "total"),
    # choices
    "choice_without_list": ("code",),
    "choice_without_code": ("list_name",),
    "choice_without_label": ("list_name", "code"),
    "choice_code_spaces": ("list_name", "code", "became"),
    "choice_twice": ("list_name", "code"),
    "choice_list_unused": ("list_names",),
    # items
    "type_missing": ("name",),
    "type_unknown": ("type",),
    "type_later": ("type",),
    "files_off": ("type",),
    "type_rejected": ("type",),
    "type_location": ("type",),
    "type_identifier": ("type",),
    "type_not_stored": ("type",),
    "name_missing": ("type", "became"),
    "name_invalid": ("name", "became"),
    "name_twice": ("name", "became"),
    "label_missing": ("name",),
    "list_missing": ("name",),
    "list_unknown": ("name", "list_name"),
    "or_other_added": ("name", "added"),
    "calculation_missing": ("name",),
    "computed_not_editable": ("name",),
    "filter_without_choices": ("name",),
    "range_unclear": ("name", "parameters"),
    "required_unclear": ("name", "value"),
    "default_invalid": ("name", "value"),
    "trigger_unknown": ("name", "trigger"),
    "piped_unknown": ("name",),
    "media_to_upload": ("files",),
    "video_not_shown": ("files",),
    "matrix_heading_note": ("name",),
    "appearance_ignored": ("appearances",),
    # groups and repeats
    "group_not_closed": ("name",),
    "group_not_open": ("type",),
    "group_end_mismatch": ("type", "name"),
    "group_empty": ("name",),
    "group_too_deep": ("name", "limit"),
    "repeat_nested": ("name", "count"),
    "too_many_items": ("limit",),
}
