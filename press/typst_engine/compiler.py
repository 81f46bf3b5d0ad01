"""Typst, behind one door: facts of layouts, facts of a set job, and its PDF."""

import json
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

import typst

from press.errors import PressError, Problem, short
from press.language.message import _, verbatim
from press.system.picklable import Picklable
from press.typst_engine.stage import NO_FONTS, TEMPLATES, Stage, StagedFonts, cut_off
from press.typst_engine.templates import Templates

Made = TypeVar("Made")
Job = Mapping[str, object]  # as templates read it; who makes one knows its keys

SCRATCH = (
    "t"  # the folder of stages and fonts, below a working folder; gone before that is published. Paths are to be short.
)


class FontFile(NamedTuple):
    """A font under the names Typst knows it by: style "normal" or "italic", weight 100 to 900, stretch 1 for normal."""

    family: str
    style: str
    weight: int
    stretch: float
    path: Path


def font_files(folder: Path) -> list[FontFile]:
    """Every font below a folder, in the order of their paths."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
    found = [FontFile(f.family, f.style, f.weight, f.stretch, Path(f.path)) for f in fonts.fonts() if f.path]
    return sorted(found, key=lambda font: font.path)


# Typst says where an error lies as `file:line:column`, on a line of its own.
_PLACE = re.compile(r"[─┌]+ *(?P<file>(?:\\\\\?\\)?[A-Za-z]:[^:\n]*|[^\s:][^:\n]*):(?P<line>\d+):\d+")

# Typst finds out only while it writes the PDF that it cannot take a font apart.
_FONT = re.compile(r'failed to process font `"([^"]+)"`')

# What Typst says when it looked for a package where there is none, or asked the net for one.
_PACKAGE = re.compile(r"@[\w.-]+/[\w.-]+:[\d.]+|/(?P<space>[\w.-]+)/(?P<name>[\w.-]+)-(?P<version>\d[\d.]*)\.tar\.gz")
_ABOUT_PACKAGES = ("failed to download package", "package not found", "package manifest")

_SEARCHED = re.compile(r" \(searched at (?P<file>[^)]*)\)")


@dataclass(frozen=True)
class Typesetter(Picklable):
    """Typst on a stage in `folder`, which is set up when it is needed: with these templates and fonts, nothing else."""

    templates: Templates
    fonts: StagedFonts
    folder: Path

    def facts(self, job: Job) -> list[Any]:
        """What a job's pages say once set: fitted sizes, overflows, codes, pages. Raises PressError."""
        return self.query(self._inputs(job), "<fact>")

    def pdf(self, job: Job, created: datetime, standards: tuple[str, ...], tagged: bool) -> bytes:
        """A job set as PDF. Raises PressError; a warning of Typst is one, too."""

        def compiled(compiler: typst.Compiler) -> tuple[bytes, list[typst.TypstWarning]]:
            data, warnings = compiler.compile_with_warnings(
                format="pdf", pdf_standards=cast(Any, list(standards)), timestamp=created, pdf_tags=tagged
            )
            return cast(bytes, data), warnings  # several files are made of pictures alone

        return self._run(compiled, self._inputs(job))

    def store(self, data: bytes, suffix: str) -> str:
        """Puts a file on the stage, named by its content; gives the path as Typst takes it."""
        return self._stage.put(data, suffix)

    def query(self, inputs: dict[str, str], label: str) -> list[Any]:
        """The values under a label, with what `sys.inputs` is to hold. Raises PressError."""
        values: list[Any] = json.loads(
            self._run(lambda compiler: (str(compiler.query(label, field="value")), []), inputs)
        )
        return values

    @cached_property
    def _stage(self) -> Stage:
        stage = Stage(self.folder)
        stage.set_up(self.templates)
        return stage

    @cached_property
    def _fonts(self) -> typst.Fonts:
        return typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=cast(Any, self.fonts.folders)
        )

    def _inputs(self, job: Job) -> dict[str, str]:
        return {"job": self.store(json.dumps(job, ensure_ascii=False, separators=(",", ":")).encode(), ".json")}

    def _run(
        self, work: Callable[[typst.Compiler], tuple[Made, list[typst.TypstWarning]]], inputs: dict[str, str]
    ) -> Made:
        stage = self._stage
        with cut_off():
            compiler = typst.Compiler(
                str(stage.main),
                root=str(stage.root),
                font_paths=self._fonts,
                sys_inputs=inputs,
                package_path=str(stage.packages),
                package_cache_path=str(stage.packages),
            )
            try:
                result, warnings = work(compiler)
            except typst.TypstError as error:
                raise PressError(self._problem(error)) from None
            except RuntimeError as error:
                # A query says what is wrong, but not where: a compilation does.
                raise self._explained(compiler, error) from None
        if warnings:
            raise PressError(self._problem(warning) for warning in warnings)
        return result

    def _explained(self, compiler: typst.Compiler, error: RuntimeError) -> Exception:
        try:
            compiler.compile(format="pdf")
        except typst.TypstError as explained:
            return PressError(self._problem(explained))
        return error

    def _problem(self, fault: "typst.TypstError | typst.TypstWarning") -> Problem:
        if family := _FONT.search(fault.message):
            what = verbatim(fault.message.split(";")[0])
            return Problem(self._files_of(family[1]), what, _("use another file of this font, or another font"))
        place = _PLACE.search(fault.diagnostic or "")
        where = f"{self._stage.name(place['file'].strip())}:{place['line']}" if place else TEMPLATES
        where = where.replace("\\", "/")
        if fault.message.startswith(_ABOUT_PACKAGES):
            what = _("templates may import nothing from outside: package {package}", package=_package(fault.message))
            return Problem(where, what, _("put what it does into {templates}/lib/", templates=TEMPLATES))
        if searched := _SEARCHED.search(fault.message):
            what = _(
                "there is no file `{path}` that templates may read", path=short(self._stage.name(searched["file"]))
            )
            return Problem(
                where, what, _("name a file below {templates}/; nothing else can be read there", templates=TEMPLATES)
            )
        hints = "; ".join(hint for hint in fault.hints if "`--root`" not in hint)
        fix = verbatim(hints) if hints else _("mend the template there")
        return Problem(where, verbatim(fault.message), fix)

    def _files_of(self, family: str) -> str:
        """The files of a font, by which somebody finds it."""
        found = (self.fonts.origins[folder] for folder in self.fonts.folders if _holds(folder, family))
        return ", ".join(sorted(found)) or family


def layout_facts(templates: Templates, names: Sequence[str]) -> list[Any]:
    """What layouts say of themselves, in the order of `names`. Raises PressError."""
    with tempfile.TemporaryDirectory(prefix="press-", ignore_cleanup_errors=True) as folder:
        typesetter = Typesetter(templates, NO_FONTS, Path(folder))
        return typesetter.query({"facts": json.dumps(list(names))}, "<layout>")


def _holds(folder: str, family: str) -> bool:
    return any(font.family == family for font in font_files(Path(folder)))


def _package(message: str) -> str:
    """The package that a message is about, as a template names it."""
    found = _PACKAGE.search(message)
    if not found:
        return short(message)
    return f"@{found['space']}/{found['name']}:{found['version']}" if found["name"] else found[0]
