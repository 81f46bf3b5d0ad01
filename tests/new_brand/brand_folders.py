"""Brands' folders as a command leaves them."""


def state(project) -> list[str]:
    """All that lies in brands and build."""
    return sorted(
        path.relative_to(project.root).as_posix()
        for folder in ("assets/brands", "build")
        for path in (project.root / folder).rglob("*")
        if not path.name.endswith(".lock")
    )
