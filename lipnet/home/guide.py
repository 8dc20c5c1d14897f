"""The five steps in our own plain words: what, why, an example, when it is done."""

from dataclasses import dataclass

from lipnet.core.i18n import Lazy, lazy


@dataclass(frozen=True)
class Guide:
    """One short page about one step."""

    key: str
    title: Lazy
    what: Lazy
    why: Lazy
    example: Lazy
    done_when: Lazy


GUIDES = {
    guide.key: guide
    for guide in (
        Guide(
            "council",
            lazy("Bring the council together"),
            lazy(
                "The partnership council is the table where the community plans how newcomers "
                "settle: the municipality, settlement services, schools, health, employers, the "
                "francophone network, libraries, faith groups, and newcomers themselves. "
                "Write down its seats first, then who sits in them."
            ),
            lazy(
                "A seat outlives the person in it. When somebody leaves, an empty seat shows what "
                "the table has lost, and you can look for that voice rather than for a name."
            ),
            lazy(
                "A council of 18 seats: 4 for settlement services, 2 for schools, 2 for health, "
                "2 for employers, 1 for the francophone network, 3 for people with lived "
                "experience of immigration, and so on, each for a term of two years."
            ),
            lazy("The council exists and at least one of its seats is filled."),
        ),
        Guide(
            "terms",
            lazy("Agree how you work: terms of reference"),
            lazy(
                "Terms of reference say what the council is for, who may sit on it and for how "
                "long, how many must be present, how it decides, and what happens when interests "
                "conflict."
            ),
            lazy(
                "They are what you point to when people disagree. The quorum and the way of "
                "deciding are also used by this program when you record a meeting."
            ),
            lazy(
                "Quorum: half of the filled voting seats. Decisions: by consensus; if that fails, "
                "by a majority of those present. Terms: two years, at most three in a row."
            ),
            lazy("The council has adopted its terms of reference."),
        ),
        Guide(
            "strategy",
            lazy("Research, and write a strategy for three to five years"),
            lazy(
                "Ask newcomers and those who work with them how settling is going, look at what "
                "is already known, and agree on a few priorities. The result is the local "
                "settlement strategy, also called the community plan."
            ),
            lazy(
                "A short strategy that rests on what people said is easier to defend, and easier "
                "to report on, than a long list of good intentions."
            ),
            lazy(
                "A survey in nine languages, two evenings of conversation and the census lead to "
                "four pillars: welcome, work, belonging, access to services."
            ),
            lazy("The council has adopted the strategy."),
        ),
        Guide(
            "plan",
            lazy("Make this year's action plan"),
            lazy(
                "Each year from April to March, the working groups turn priorities into actions: "
                "what will be done, who leads it, by when, and what it answers."
            ),
            lazy(
                "Every action keeps the reason for it: the decision, the finding, the sentence in "
                "the minutes. Nobody has to remember."
            ),
            lazy(
                "Because four in ten respondents had trouble finding a family doctor, the health "
                "working group decides to print a list of clinics that take new patients. The "
                "library leads, until October."
            ),
            lazy("The council has adopted the plan for this fiscal year."),
        ),
        Guide(
            "report",
            lazy("Report once a year, and tell people what became of their answers"),
            lazy(
                "The annual report is put together from the year's own traces: what was planned, "
                "what was done, what changed, and why some things were not done."
            ),
            lazy(
                "The same lines answer the funder's questions and the people who filled in the "
                "survey: you said, we decided, we did; not yet, because."
            ),
            lazy(
                "Twelve actions: nine done, two carried over with a reason, one dropped because "
                "another organisation took it on."
            ),
            lazy("The report on last year's plan, or on this one, is published."),
        ),
        Guide(
            "groups",
            lazy("Let working groups carry the work"),
            lazy(
                "A working group gathers the people who know one subject: employment, housing, "
                "health, language. It meets more often than the council and writes notes rather "
                "than formal minutes."
            ),
            lazy("The council decides; the groups do. Most actions are led by a working group."),
            lazy("Three groups: Employment, Health and well-being, Welcoming communities."),
            lazy("At least one working group exists and somebody chairs it."),
        ),
        Guide(
            "coordinator",
            lazy("Name a coordinator"),
            lazy(
                "The coordinator keeps the partnership moving: calls meetings, sends surveys, "
                "follows up on what was promised. Often it is one person, part-time."
            ),
            lazy("Without somebody paid to hold the thread, it breaks between two meetings."),
            lazy("A full-time coordinator hosted by the municipality, with a small budget."),
            lazy("At least one person has the role of coordinator."),
        ),
        Guide(
            "holder",
            lazy("Decide who holds the contribution agreement"),
            lazy(
                "The agreement with the funder can be held by the municipality, by a community "
                "agency, or by both as partners. Each has its strengths; compare them and write "
                "down what you chose and why."
            ),
            lazy(
                "The holder answers for the money and employs the staff. A choice with its "
                "reasons written down spares you the same discussion in five years."
            ),
            lazy(
                "The municipality holds the agreement; a settlement agency hosts the coordinator."
            ),
            lazy("The choice and its reasons are recorded."),
        ),
    )
}
