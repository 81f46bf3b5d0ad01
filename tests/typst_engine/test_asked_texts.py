"""What prints which text: by what layouts call, not by what lies beside it."""

from press.typst_engine.asked_texts import asked_texts
from press.typst_engine.templates import Templates

KEYS = ("one", "two", "three", "step_1", "step_2", "four", "title")
FILES = {
    "main.typ": "",
    "lib/a.typ": """
#import "b.typ": deep
#let used(job) = deep(job) + job.texts.one
#let unused(job) = job.texts.two
""",
    "lib/b.typ": '#let deep(job) = wording(job, "title", "three")\n// job.texts.four',
    "layouts/x.typ": """
#import "../lib/a.typ": unused, used
#let layout(job) = used(job) + range(2).map(n => job.texts.at("step_" + str(n)))
""",
    "layouts/y.typ": "#let layout(job) = []",
}


def asked(layout: str) -> list[str]:
    templates = Templates({name: text.encode() for name, text in FILES.items()})
    return sorted(asked_texts(templates, layout, KEYS))


def test_functions_are_followed_across_files_and_neither_others_nor_comments():
    assert asked("x") == ["one", "step_1", "step_2", "three"]
    assert asked("y") == []
