"""The annual report as it is composed: chapters, facts taken up through the year, what is blank."""
