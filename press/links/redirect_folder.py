"""weiterleitungen/: what a web server needs to send short addresses on, and a page for each that needs no server."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from press.content.content import Content
from press.language.message import Message, _
from press.links.addresses import Addresses, Short
from press.links.link_pages import list_page, onward_page, readme, target_of
from press.links.redirects import APACHE, DIALECTS, IIS, NETLIFY, Dialect, differing, written
from press.names import REDIRECTS

README = f"{REDIRECTS}/LIESMICH.html"
UPLOAD = "hochladen"  # its content belongs at the short address
PAGE = "index.html"

Fault = tuple[str, Message]  # file, from the order's folder, and what is wrong with it


def write_redirects(content: Content, addresses: Addresses, work: Path) -> None:
    """Writes the folder into an order's working folder; the same content gives the same bytes."""
    short, targets = _short(addresses), targets_of(addresses)
    for dialect in DIALECTS:
        _write(_file(work, dialect), dialect.write(short.link, short.path, targets))
    upload = work / REDIRECTS / UPLOAD
    for key, target in targets.items():
        _write(upload / key / PAGE, onward_page(content, addresses, key, target))
    _write(upload / PAGE, list_page(content, addresses, targets))
    _write(work / README, readme(content, addresses, targets))


def targets_of(addresses: Addresses) -> dict[str, str]:
    """Where each key sends on to, as servers are told."""
    return {one.key: written(addresses.destination(one)) for one in addresses.short_ones if one.key}


def redirect_faults(addresses: Addresses, work: Path) -> Iterator[Fault]:
    """Whatever a written file, read back, sends elsewhere than ordered."""
    wanted = targets_of(addresses)
    for dialect in DIALECTS:
        found = dialect.read(_file(work, dialect).read_text(encoding="utf-8"))
        for key in differing(found, wanted):
            yield (
                _file(work, dialect).relative_to(work).as_posix(),
                _("`{key}` leads to {target}", key=key, target=found.get(key) or _("nothing")),
            )
    for key, target in wanted.items():
        page = work / REDIRECTS / UPLOAD / key / PAGE
        if (found_there := target_of(page.read_text(encoding="utf-8"))) != target:
            yield (
                page.relative_to(work).as_posix(),
                _("`{key}` leads to {target}", key=key, target=found_there or _("nothing")),
            )


def files_for(keys: Iterable[str]) -> set[str]:
    """All that the folder holds for some keys, named from the order's folder."""
    paths = [_file(Path(), dialect) for dialect in DIALECTS]
    paths += [Path(REDIRECTS, UPLOAD, key, PAGE) for key in keys]
    return {README, *(path.as_posix() for path in (*paths, Path(REDIRECTS, UPLOAD, PAGE)))}


def written_targets(folder: Path) -> dict[str, str]:
    """Where keys send on to by the files in an order's folder; nothing if there are none."""
    try:
        return NETLIFY.read(_file(folder, NETLIFY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _file(work: Path, dialect: Dialect) -> Path:
    """What a server looks for in the folder itself lies beside the pages, the rest above them."""
    beside = (UPLOAD,) if dialect in (APACHE, IIS) else ()
    return work.joinpath(REDIRECTS, *beside, dialect.file)


def _short(addresses: Addresses) -> Short:
    if addresses.short is None:
        raise ValueError("no short address, nothing to send on")
    return addresses.short


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
