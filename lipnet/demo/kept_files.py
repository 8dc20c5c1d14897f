"""Files that show what was done last year; one of them names people and is confidential."""

from lipnet.core.brought import file_brought
from lipnet.plans.acting import operations as acting

EVENINGS = """evening,people,papers sent
1,17,4
2,22,7
3,16,5
4,21,8
5,20,7
"""
COUNTERS = """counter,people trained
Library,4
Town hall,6
Bus station,2
Six clinics,11
"""
NAMES = """name,counter
This list is invented,and names nobody
"""


def show(scene) -> None:
    """What was counted at the evenings on diplomas and at the counters."""
    _keep(scene, "diplomas", "evenings-on-diplomas.csv", EVENINGS)
    _keep(scene, "offer", "people-trained.csv", COUNTERS)
    _keep(scene, "offer", "who-was-trained.csv", NAMES, confidential=True)


def _keep(scene, action: str, name: str, text: str, *, confidential: bool = False) -> None:
    file = file_brought(name, text.encode())
    acting.show_by_file(scene.actions[action], file, confidential=confidential, by=scene.noor)
