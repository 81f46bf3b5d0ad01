"""The specimen: a brand on one page, for somebody who says yes or no by looking. In German."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from press.brand.brand import Brand
from press.brand.faces import named
from press.brand.loading import Kit, load_kit
from press.brand.palette import office_palette
from press.colour.icc_profile import OutputProfile
from press.colour.printing_condition import SCREEN, load_profile
from press.content.content import load_podcast
from press.content.typography import bind, readable_link
from press.delivery.preview import save_page
from press.delivery.publish import publish
from press.delivery.working_folder import working_folder
from press.errors import PressError, Problem, choose_one, refuse_if
from press.language.message import _
from press.links.link_rules import website_not_allowed
from press.new_brand.specimen_text import colours, logo_facts, words
from press.paths import Project
from press.schema.validation import Loaded
from press.typesetting.job import brand_tokens
from press.typesetting.logos import on_screen, placed
from press.typesetting.overflow import ADDRESS
from press.typesetting.qr_code import encode
from press.typesetting.single_page import set_single_page
from press.typst_engine.compiler import SCRATCH, Job, Typesetter
from press.typst_engine.stage import stage_fonts
from press.typst_engine.templates import read_templates

STANDARDS = ("ua-1", "a-3a")
FILE, PICTURE = "specimen.pdf", "specimen.png"

# What stands in the three cells: sentences of our own, so that a specimen needs no deck.
SENTENCES = ("Dafür haben wir gar keine Leute!", "Das ließ sich noch nie ändern.", "Und wer soll das alles lesen?")


def build_specimen(project: Project, brand_id: str) -> Path:
    """Makes build/brand--<id>/ anew, and names the folder. Raises PressError with all that is wrong with the brand."""
    refuse_if(project.misnamed())
    if brand_id not in project.brands():
        raise PressError(
            Problem("--brand", _("there is no brand `{brand_id}`", brand_id=brand_id), choose_one(project.brands()))
        )
    profile = load_profile(project, SCREEN, SCREEN)
    kit = load_kit(project, brand_id, profile)
    name = project.specimen(brand_id)
    with working_folder(project, name) as work:
        write_specimen(project, kit, profile, work)
        return publish(project, name, work)


def write_specimen(project: Project, kit: Kit, profile: OutputProfile, folder: Path) -> None:
    """Writes specimen.pdf and specimen.png. Raises PressError if the page cannot be set."""
    podcast = load_podcast(project, project.podcast) if project.podcast.exists() else None
    refuse_if(website_not_allowed(podcast, kit.brand))
    scratch = folder / SCRATCH
    files = ((project.shown(file), data) for face in kit.faces for file, data in face.data.items())
    fonts = stage_fonts(files, scratch / "fonts")
    typesetter = Typesetter(read_templates(project).of_layout(None), fonts, scratch / "0")
    job = _job(kit, profile, typesetter)
    refuse_if(_missing(kit, job))
    pdf = set_single_page(typesetter, job, STANDARDS, tagged=True, where=partial(_where, kit.brand))
    shutil.rmtree(scratch, ignore_errors=True)
    (folder / FILE).write_bytes(pdf)
    save_page(pdf, folder / PICTURE)


def _where(brand: Loaded[Brand], key: str) -> str:
    """Where a text of the page is written, by its key in the template."""
    return brand.where("website") if key.startswith(ADDRESS) else brand.where(*key.split())


def _missing(kit: Kit, job: Job) -> Iterator[Problem]:
    """What the page says and a face of the brand cannot show."""
    needed = set("".join(_texts([job[key] for key in ("words", "colours", "logo", "phrases")])))
    for role, face in zip(("display", "text"), kit.faces):
        if missing := sorted(needed - face.characters()):
            yield Problem(
                kit.brand.where("fonts", role),
                _("the font {family} has no {characters}", family=face.family, characters=named(missing)),
                _("choose another one, or a file that has them"),
            )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _job(kit: Kit, profile: OutputProfile, typesetter: Typesetter) -> Job:
    brand = kit.brand.value
    code = encode(brand.website)
    return {
        "template": "specimen",
        "edition": "office",
        "title": f"Markenmuster: {brand.name}",
        "bleed": 0,
        "trim": (210, 297),
        "brand": brand_tokens(
            brand, office_palette(brand, profile), placed(kit.logos, on_screen, brand, profile, typesetter, "4/0")
        ),
        "phrases": [
            {"id": f"muster-{n}", "number": n, "board": bind(sentence)} for n, sentence in enumerate(SENTENCES, 1)
        ],
        "form": False,
        "sheets": [{"id": "MUSTER", "cells": list(range(len(SENTENCES))), "link": brand.website}],
        "codes": {brand.website: {"rows": code.rows, "shown": readable_link(code.link)}},
        "colours": colours(brand, profile),
        "logo": logo_facts(brand, kit.logos),
        "words": words(brand, profile),
        "texts": {"code_alt": "QR-Code zu"},
    }
