"""A meeting and those who sit at it, as the engine is told of them."""

from datetime import date

from lipnet.shorthand.records import Member, Sitting, Source

ON = date(2026, 4, 9)  # a Thursday
PEOPLE = (
    Member("p1", "Chloé Paré"),
    Member("p2", "Ife Okafor"),
    Member("p3", "Dana Silva"),
    Member("p4", "Dana Nguyen"),
    Member("p5", "Jean-Marc D’Angelo"),
    Member("p6", "Shauna O'Brien Roy"),
    Member("o1", "Harbour Library", ("Bibliothèque du port", "HL")),
)
HERE = frozenset({"p1", "p2", "p3"})
SOURCES = (
    Source("finding-12", "F12", ("Parents work in the evening", "Les parents travaillent le soir")),
    Source("finding-1", "F1", ("Few know the clinic",)),
    Source("call-3", "N3", ("Seats of the council",)),
    Source("plan_action-7", "A7", ("Offer evening classes",)),
)
SITTING = Sitting(on=ON, people=PEOPLE, present=HERE, items=5, voting=9, sources=SOURCES)
