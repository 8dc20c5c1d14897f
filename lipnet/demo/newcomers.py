"""Invented newcomers: what they answer hangs together, with the years here and the language."""

import random
from datetime import date

from lipnet.demo.walking import pick, voices

LANGUAGES = {"en": 34, "ar": 17, "fr": 14, "es": 13, "uk": 12, "fa": 10}
MODES = {"web": 68, "paper": 17, "kiosk": 9, "interviewer": 6}
YEARS = {"0": 14, "1": 22, "2": 20, "3": 15, "4": 11, "5": 8, "7": 6, "10": 4}
FLUENCY = {"en": 0.78, "fr": 0.66, "es": 0.42, "uk": 0.38, "fa": 0.34, "ar": 0.34}
SPOKEN = {"ar": "arabic", "es": "spanish", "uk": "ukrainian", "fa": "persian", "fr": "french"}
AT_HOME = {"english": 30, "punjabi": 24, "tagalog": 18, "tigrinya": 14, "other": 14}
OTHER_LANGUAGES = ("Yorùbá", "Kinyarwanda", "Lingala", "Igbo", "Kiswahili", "ગુજરાતી", "Soomaali")
SKIPPED = 0.03


class Newcomer:
    """One respondent of the newcomer survey; the dice are thrown once, at the start."""

    def __init__(self, chance: random.Random, day: date):
        self.chance, self.day = chance, day
        self.language = pick(chance, LANGUAGES)
        self.mode = pick(chance, MODES)
        self.years = min(int(pick(chance, YEARS)), 4 if self.language == "uk" else 10)
        self.fluency = chance.gauss(FLUENCY[self.language] + 0.05 * self.years, 0.16)
        self.unfair = self._unfair()
        self.housing = self._housing()
        self.work = self._work()
        self.hard = self._hard()
        self.help = self._help()

    def says(self, name: str) -> str | list[str] | None:
        if self.chance.random() < SKIPPED:
            return None
        answer = getattr(self, f"_{name}", None)
        return answer() if callable(answer) else self._kept(name)

    def _kept(self, name: str):
        return {
            "housing": self.housing,
            "work": self.work,
            "services": self.hard,
            "treated_unfairly": self.unfair,
            "help_most": self.help,
        }.get(name)

    def _arrival_year(self) -> str:
        return str(self.day.year - self.years)

    def _moved_on(self) -> str | None:
        """Some came to this city later than to the country."""
        if self.chance.random() < 0.25:
            return None
        months = self.chance.randint(0, max(0, self.years * 12 + self.day.month - 1))
        year, month = divmod(self.day.year * 12 + self.day.month - 1 - months, 12)
        return date(year, month + 1, 1).isoformat()

    def _home_languages(self) -> list[str]:
        if self.language != "en":
            own = SPOKEN[self.language]
            more = {"fr": "other", "ar": "english"}.get(self.language, "english")
            return [own] if self.chance.random() < 0.7 else [own, more]
        own = pick(self.chance, AT_HOME)
        return [own] if own == "english" or self.chance.random() < 0.4 else ["english", own]

    def _home_language_other(self) -> str:
        return self.chance.choice(OTHER_LANGUAGES)

    def _language_ease(self) -> str:
        for code, above in (("very_easy", 0.92), ("easy", 0.62), ("hard", 0.36)):
            if self.fluency > above:
                return code
        return "very_hard"

    def _housing(self) -> str:
        early = max(0, 3 - self.years)
        return pick(
            self.chance,
            {
                "rent": 62,
                "own": 3 * self.years,
                "with_others": 6 + 5 * early,
                "temporary": 2 + 7 * early,
                "no_answer": 3,
            },
        )

    def _work(self) -> str:
        settled = min(self.years, 5)
        return pick(
            self.chance,
            {
                "full": 22 + 7 * settled,
                "part": 18,
                "looking": max(8, 30 - 6 * settled),
                "studying": 14,
                "home": 10,
                "retired": 2,
                "no_answer": 2,
            },
        )

    def _work_matches(self) -> str:
        likely = 0.2 + 0.03 * self.years + (0.2 if self.fluency > 0.8 else 0)
        return "yes" if self.chance.random() < likely else "no"

    def _hard(self) -> list[str]:
        new, shy = self.years <= 2, self.fluency < 0.5
        likely = {
            "home": 0.44 + 0.12 * new + 0.3 * (self.housing == "temporary"),
            "health": 0.43,
            "job": 0.26 + 0.34 * (self.work == "looking"),
            "language_class": 0.17 + 0.22 * shy,
            "child_care": 0.21,
            "transport": 0.33 + 0.08 * new,
            "legal": 0.14 + 0.08 * shy,
        }
        return [code for code, p in likely.items() if self.chance.random() < p] or ["none"]

    def _unfair(self) -> str:
        """Reported less on paper, where somebody may look over the shoulder."""
        yes = 26 if self.mode == "web" else 17
        return pick(self.chance, {"yes": yes, "no": 66, "no_answer": 8})

    def _unfair_where(self) -> list[str]:
        likely = {
            "work": 0.42, "housing": 0.34, "school": 0.14, "services": 0.33, "street": 0.27,
            "online": 0.12, "elsewhere": 0.06,
        }  # fmt: skip
        return [code for code, p in likely.items() if self.chance.random() < p]

    def _belonging(self) -> str:
        score = self.chance.gauss(0.42 + 0.04 * self.years + 0.2 * self.fluency, 0.2)
        score -= 0.2 * (self.unfair == "yes") + 0.1 * (self.housing == "temporary")
        if self.chance.random() < 0.05:
            return "no_answer"
        for code, above in (("very_strong", 0.75), ("strong", 0.5), ("weak", 0.28)):
            if score > above:
                return code
        return "very_weak"

    def _help(self) -> str:
        hard = set(self.hard)
        return pick(
            self.chance,
            {
                "work": 16 + 14 * ("job" in hard),
                "home": 8 + 20 * ("home" in hard),
                "language": 6 + 16 * ("language_class" in hard),
                "people": 12,
                "child_care": 2 + 16 * ("child_care" in hard),
                "transport": 3 + 14 * ("transport" in hard),
                "health": 5 + 14 * ("health" in hard),
            },
        )

    def _help_why(self) -> str | None:
        if self.chance.random() > 0.3:
            return None
        return self.chance.choice(voices(self.language)[self.help])

    def _comment(self) -> str | None:
        if self.chance.random() > 0.2:
            return None
        return self.chance.choice(voices(self.language)["comment"])
