"""Typst, behind one door: facts of layouts, facts of a set job, and its PDF."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

import typst

from press.errors import PressError, Problem, refuse_if
from press.paths import Project
from press.system.picklable import Picklable
from press.typst_engine.sandbox import out_of_reach

Made = TypeVar("Made")
Job = Mapping[str, object]  # as templates read it; who makes one knows its keys

SCRATCH = "scratch"  # the folder of what Typst reads, below a working folder; gone before that is published


def font_files(folder: Path) -> list[tuple[str, str, Path]]:
    """Family, style ("normal", "italic") and path of every font below a folder, under the names Typst knows them by."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])
    return [(font.family, font.style, Path(font.path)) for font in fonts.fonts() if font.path]


# Typst says where an error lies as `file:line:column`, on a line of its own.
_PLACE = re.compile(r"[─┌]+ *(?P<file>[^\s:][^:\n]*):(?P<line>\d+):\d+")


# Typst finds out only while it writes the PDF that it cannot take a font apart.
_FONT = re.compile(r'failed to process font `"([^"]+)"`')


@dataclass(frozen=True)
class Typesetter(Picklable):
    """Typst with the project as its root and nothing but the given fonts.

    Jobs and pictures are written to `scratch`, a folder of the project.
    """

    project: Project
    font_folders: tuple[Path, ...] = ()
    scratch: Path | None = None

    @cached_property
    def _fonts(self) -> typst.Fonts:
        return typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(f) for f in self.font_folders]
        )

    def layout_facts(self, names: list[str]) -> list[dict[str, Any]]:
        """What layouts say of themselves, in the order of `names`. Raises PressError."""
        return self._query({"facts": json.dumps(names)}, "<layout>")

    def facts(self, job: Job) -> list[dict[str, Any]]:
        """What a job's pages say once set: fitted sizes, overflows, codes, pages. Raises PressError."""
        return self._query(self._inputs(job), "<fact>")

    def pdf(self, job: Job, created: datetime, standards: tuple[str, ...], tagged: bool) -> bytes:
        """A job set as PDF. Raises PressError; a warning of Typst is one, too."""

        def compiled(compiler: typst.Compiler) -> tuple[bytes, list[typst.TypstWarning]]:
            data, warnings = compiler.compile_with_warnings(
                format="pdf", pdf_standards=cast(Any, list(standards)), timestamp=created, pdf_tags=tagged
            )
            return cast(bytes, data), warnings  # several files are made of pictures alone

        return self._run(compiled, self._inputs(job))

    def clear_scratch(self) -> None:
        if self.scratch:
            shutil.rmtree(self.scratch, ignore_errors=True)

    def store(self, data: bytes, suffix: str) -> str:
        """Writes a file to be read while setting, named by its content; gives the path as Typst takes it."""
        if self.scratch is None:
            raise ValueError("this typesetter has no folder for jobs")
        path = self.scratch / f"{hashlib.sha256(data).hexdigest()[:16]}{suffix}"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return "/" + self.project.name(path)

    def _inputs(self, job: Job) -> dict[str, str]:
        return {"job": self.store(json.dumps(job, ensure_ascii=False, separators=(",", ":")).encode(), ".json")}

    def _query(self, inputs: dict[str, str], label: str) -> list[dict[str, Any]]:
        values: list[dict[str, Any]] = json.loads(
            self._run(lambda compiler: (str(compiler.query(label, field="value")), []), inputs)
        )
        return values

    @cached_property
    def _refused(self) -> tuple[Problem, ...]:
        return tuple(out_of_reach(self.project))

    def _run(
        self, work: Callable[[typst.Compiler], tuple[Made, list[typst.TypstWarning]]], inputs: dict[str, str]
    ) -> Made:
        refuse_if(self._refused)
        compiler = typst.Compiler(
            str(self.project.main_template), root=str(self.project.root), font_paths=self._fonts, sys_inputs=inputs
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
            what = fault.message.split(";")[0]
            return Problem(self._files_of(family[1]), what, "use another file of this font, or another font")
        place = _PLACE.search(fault.diagnostic or "")
        where = f"{self._from_root(place['file'].strip())}:{place['line']}" if place else "templates"
        hints = "; ".join(fault.hints) or "mend the template there"
        return Problem(where.replace("\\", "/"), fault.message, hints)

    def _files_of(self, family: str) -> str:
        """The files of a font, by which somebody finds it."""
        paths = [path for folder in self.font_folders for name, _, path in font_files(folder) if name == family]
        return ", ".join(self._from_root(str(path)) for path in sorted(set(paths))) or family

    def _from_root(self, file: str) -> str:
        """Typst names files from where one stands."""
        path = Path(file).resolve()
        return self.project.name(path) if path.is_relative_to(self.project.root) else file
