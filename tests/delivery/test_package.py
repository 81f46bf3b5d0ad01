"""The package: what a print shop gets, only what it may print, and nothing at all of a build that failed."""

import hashlib
import json
import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from command import command
from tools import (
    BUILT,
    ORDER,
    PODCAST,
    built_files,
    files,
    make,
    manifest,
    write_item,
)

from press.errors import PressError

TOO_SMALL = """#let facts = (title: "Zu klein", about: "Type that nobody can read", trim: (210, 297), sides: 1)
#metadata(facts) <layout>
#let layout(job, brand) = page(place(dx: 50mm, dy: 50mm, text(size: 4pt, job.title)))
"""


@pytest.fixture(scope="module")
def package(standard) -> Path:
    (found,) = (standard / BUILT).glob("*.zip")
    return found


def contents(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names))
        return {name: archive.read(name) for name in names}


def test_the_files_explain_themselves(standard, package):
    wanted = {name: name for name in ("auftrag.pdf", "auftrag.json", "preflight.json", "pruefbericht.pdf")}
    for product in manifest(standard)["products"]:
        if product["edition"] == "print":
            colours = "4-0" if product["boards"] else "4-4"
            wanted[f"standard_{product['id']}_210x297mm_{colours}_CMYK_{product['pages']}-Seiten.pdf"] = product["file"]
    held = contents(package)
    assert set(held) == {*wanted, "SHA256SUMS.txt"} and len(wanted) >= 6
    assert all(held[name] == (standard / BUILT / file).read_bytes() for name, file in wanted.items())


def test_names_are_plain_and_say_nothing_of_the_machine(standard, package):
    with zipfile.ZipFile(package) as archive:
        entries = archive.infolist()
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", entry.filename) for entry in entries)
    assert {(entry.date_time, entry.extra, entry.comment, entry.create_system) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), b"", b"", 3)
    }
    assert all(entry.external_attr >> 16 == 0o100644 for entry in entries)
    held = contents(package)
    assert not any(str(part).encode() in data for part in (standard, standard.parent.name) for data in held.values())


def test_checksums(package):
    held = contents(package)
    lines = held.pop("SHA256SUMS.txt").decode().splitlines()
    assert lines == [f"{hashlib.sha256(data).hexdigest()}  {name}" for name, data in sorted(held.items())]


def test_a_draft_is_named_so(standard, package):
    assert package.name == "standard-ENTWURF.zip"
    report = json.loads(contents(package)["preflight.json"])
    assert report["status"] == "draft" and {finding["severity"] for finding in report["findings"]} == {"draft"}


def test_what_is_ready_is_no_draft_anywhere(sample):
    for name in (PODCAST, "assets/brands/kleinstadtniveau/brand.yaml"):
        text = (sample / name).read_text(encoding="utf-8")
        text = text.replace("probefunk.example", "probefunk-radio.de").replace("example.org", "beispiel.de")
        (sample / name).write_text(text, encoding="utf-8")
    made = make(sample, release=True)
    (package,) = made.folder.glob("*.zip")
    held = contents(package)
    assert (
        package.name == "standard.zip" and made.report.status == json.loads(held["preflight.json"])["status"] == "pass"
    )
    pdfs = [name for name in held if name.endswith(".pdf")]
    assert len(pdfs) == 4  # two print files, ticket and report
    for name in pdfs:
        document = pypdfium2.PdfDocument(held[name])
        assert not any("ENTWURF" in page.get_textpage().get_text_bounded() for page in document)
        document.close()


def test_a_draft_is_not_released(sample):
    with pytest.raises(PressError) as error:
        make(sample, release=True)
    assert error.value.exit_code == 3 and not list((sample / "build").glob("**/*.zip"))


def test_the_same_bytes_twice(sample, sample_once):
    """Here, and in the process that built the other."""
    made = make(sample)
    (package,), (other,) = made.folder.glob("*.zip"), (sample_once / BUILT).glob("*.zip")
    assert package.name == other.name and package.read_bytes() == other.read_bytes()


def test_a_refused_build_leaves_no_package_and_the_last_good_one(built):
    before = files(built / BUILT)
    (built / "templates/layouts/zu-klein.typ").write_text(TOO_SMALL, encoding="utf-8")
    good_order = (built / ORDER).read_text(encoding="utf-8")
    write_item(built, "zu-klein")
    done = command(built, "build")
    assert done.returncode == 3, done.stdout + done.stderr
    assert (
        "Traceback" not in done.stdout + done.stderr
        and "print/zu-klein.pdf page 1" in done.stderr
        and "type-size" in done.stderr
    )
    assert files(built / BUILT) == before

    refused = files(built / "build/standard--refused")
    report = json.loads(refused["preflight.json"])
    assert report["status"] == "fail" and ("type-size", "error") in {
        (f["code"], f["severity"]) for f in report["findings"]
    }
    assert {"preflight.json", "print/zu-klein.pdf"} <= set(refused)
    assert not any(name.endswith(".zip") or name in ("auftrag.pdf", "manifest.json") for name in refused)
    assert {Path(name).parts[0] for name in refused} <= {
        "preflight.json",
        "print",
        "office",
        "previews",
        "index.html",
        "content.json",
        "proof",
        "codes",
        "compare",
    }
    assert {Path(name).parts[0] for name in built_files(built)} == {"standard", "standard--refused"}

    (built / ORDER).write_text(good_order, encoding="utf-8")
    make(built)
    assert {Path(name).parts[0] for name in built_files(built)} == {"standard"}
