"""Spreadsheets as cells of text: xlsx, xls, ods and csv."""

from lipnet.sheets.reading import read_workbook
from lipnet.sheets.workbook import Limits, Sheet, Unreadable, Workbook, cell_name

__all__ = ["Limits", "Sheet", "Unreadable", "Workbook", "cell_name", "read_workbook"]
