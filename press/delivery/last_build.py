"""Where an order's last build lies."""

from pathlib import Path

from press.delivery.filenames import INDEX
from press.delivery.publish import last_published, refused_folder
from press.errors import PressError, Problem
from press.paths import Project


def published_folder(project: Project, order_id: str, option: str) -> Path:
    """build/<order>/ of an order that was built; `option` named it.

    Raises PressError if it was not built, or if there is no such order.
    """
    if order_id and Path(order_id).name == order_id and (folder := last_published(project, order_id)).is_dir():
        return folder
    if order_id not in project.orders():
        raise PressError(
            Problem(option, f"there is no order `{order_id}`", f"choose one of: {', '.join(project.orders())}")
        )
    raise PressError(Problem(option, f"`{order_id}` was not built yet", f"run invoke build --order {order_id}"))


def proof_page(project: Project, order_id: str) -> Path:
    """index.html of the last build of an order, refused or not. Raises PressError if there is none."""
    refused = refused_folder(project, order_id) / INDEX
    return refused if refused.is_file() else published_folder(project, order_id, "--order") / INDEX
