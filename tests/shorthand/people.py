"""A meeting and those who sit at it, as the engine is told of them."""

from datetime import date

from lipnet.shorthand.records import Member, Sitting

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
SITTING = Sitting(on=ON, people=PEOPLE, present=HERE, items=5, voting=9)
