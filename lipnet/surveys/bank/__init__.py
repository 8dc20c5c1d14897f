"""The question bank: questions kept with their translations, to be asked again in other years."""
