"""The page of results of the demo, with its 1,200 answers, as two people get it."""

from lipnet.bench.clocked import median
from lipnet.bench.served import looker, signed_in
from lipnet.demo import directory, filling
from lipnet.people.models import Person
from lipnet.surveys.models import Survey
from lipnet.surveys.operations import responses_of
from tests.bench.single import house

RESPONSES = 1_200
WHO = {"coordinator": directory.COORDINATOR[0], "steward": directory.PEOPLE["ruth"][0]}


def main() -> None:
    with house() as app:
        filling.fill(RESPONSES, lambda: None)
        slugs = [each.slug for each in Survey.select() if responses_of(each)]
        for role, name in WHO.items():
            client = signed_in(app, Person.by_address(directory.address(name)))
            for slug in slugs:
                look = looker(client, f"/surveys/{slug}/results")
                look()
                taken = median(look, 20)
                walls = f"{taken.wall * 1000:7.1f} ms   of the processor {taken.cpu * 1000:7.1f} ms"
                print(f"{f'results of {slug}, {role}':45} {walls}", flush=True)
