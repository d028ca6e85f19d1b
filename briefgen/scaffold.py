"""`briefgen init`: a folder with all that a first build needs, but for the texts."""

from pathlib import Path

from briefgen import bundled
from briefgen.errors import UsageError


def scaffold(folder: Path) -> tuple[Path, ...]:
    """Write a new project into `folder`, made if need be, and return the files written.

    Nothing is overwritten: raises UsageError that names whatever is in the way, and for a folder
    that cannot be written.
    """
    model = bundled.templates() / "project"
    names = sorted(path.relative_to(model) for path in model.rglob("*") if path.is_file())
    in_the_way = [str(folder / name) for name in names if _taken(folder / name)]
    if in_the_way:
        raise UsageError(f"expected none of these to exist yet, found {', '.join(in_the_way)}")
    return tuple(_copied(model / name, folder / name) for name in names)


def _taken(place: Path) -> bool:
    return place.is_symlink() or place.exists()


def _copied(original: Path, place: Path) -> Path:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            file.write(original.read_bytes())
    except OSError as error:
        raise UsageError(f"{place}: cannot be written: {error.strerror}") from error
    return place
