"""Invented employers, and the members and partners who judge their own partnership."""

import random
from datetime import date

from lipnet.demo.walking import pick, voices

TRADES = {
    "making": 22, "growing": 18, "care": 16, "building": 12, "serving": 18, "office": 9, "other": 5,
}  # fmt: skip
SIZES = {"tiny": 34, "small": 38, "middle": 20, "large": 8}
NIGHT = {"making", "growing", "care"}
MEANS = {
    "aims": 3.9, "voices": 2.9, "effect": 3.5, "meetings": 3.6, "papers": 2.6,
    "two_languages": 3.6, "disagree": 3.8, "shared": 3.1,
}  # fmt: skip


class Employer:
    """One workplace answering the employers' survey."""

    def __init__(self, chance: random.Random, day: date):
        self.chance = chance
        self.language = pick(chance, {"en": 82, "fr": 18})
        self.mode = pick(chance, {"web": 93, "paper": 7})
        self.trade, self.size = pick(chance, TRADES), pick(chance, SIZES)
        self.hired = pick(chance, {"yes": 58 if self.size != "tiny" else 34, "no": 38, "unsure": 4})

    def says(self, name: str) -> str | list[str] | None:
        if self.chance.random() < 0.02:
            return None
        if name in ("trade", "size", "hired"):
            return getattr(self, name)
        return getattr(self, f"_{name}", lambda: None)()

    def _obstacles(self) -> list[str]:
        likely = {
            "diplomas": 0.42,
            "language": 0.38,
            "bus": 0.52 if self.trade in NIGHT else 0.18,
            "housing": 0.31,
            "permits": 0.36,
            "reach": 0.14 if self.hired == "yes" else 0.4,
        }
        return _some(self.chance, likely)

    def _diplomas(self) -> str:
        ease = 9 if self.hired == "yes" else 3
        return pick(self.chance, {"very": ease, "fairly": 26, "little": 40, "not": 22})

    def _shifts(self) -> str:
        late = self.trade in NIGHT
        return pick(
            self.chance, {"some": 50 if late else 22, "most": 12 if late else 3, "none": 45}
        )

    def _offers(self) -> list[str]:
        likely = {
            "mentor": 0.46,
            "class": 0.2,
            "paid_trial": 0.36,
            "ride": 0.34 if self.trade in NIGHT else 0.06,
            "evening": 0.27,
        }
        return _some(self.chance, likely)

    def _comment(self) -> str | None:
        if self.chance.random() > 0.3:
            return None
        return self.chance.choice(voices("employers")[self.language])


class Partner:
    """One member or partner answering the yearly survey about the partnership."""

    def __init__(self, chance: random.Random, day: date):
        self.chance = chance
        self.language = pick(chance, {"en": 76, "fr": 24})
        self.mode = "web"
        self.mood = chance.gauss(0, 0.5)

    def says(self, name: str) -> str | None:
        if name == "part":
            return pick(self.chance, {"council": 26, "group": 32, "both": 14, "partner": 28})
        if name == "change":
            return self._change()
        return self._agrees(name)

    def _agrees(self, name: str) -> str | None:
        mean = MEANS.get(name)
        if mean is None or self.chance.random() < 0.03:
            return None
        if name == "two_languages" and self.language == "fr":
            mean -= 0.9
        return str(min(5, max(1, round(self.chance.gauss(mean + self.mood, 1.0)))))

    def _change(self) -> str | None:
        if self.chance.random() > 0.45:
            return None
        return self.chance.choice(voices("partners")[self.language])


def _some(chance: random.Random, likely: dict[str, float]) -> list[str]:
    return [code for code, p in likely.items() if chance.random() < p] or ["none"]
