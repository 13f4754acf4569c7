"""titles.tsv from own/titles.psv and own/title_fields.txt (`foreign` -> `foreign minister` ...)."""
from tables import OWN, clean, split_list, write_table

COLUMNS = ["title", "sector", "level", "needs_state", "provenance"]


def fields():
    """Yields (sector, field of government) pairs."""
    for line in (OWN / "title_fields.txt").read_text(encoding="utf-8").splitlines():
        sector, _, names = line.partition(":")
        for name in split_list(names):
            yield sector, name


def own_titles():
    """Yields rows; a title that stands twice keeps its first, more specific, place."""
    context = ("", "", "")
    for line in (OWN / "titles.psv").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            context = tuple(line[1:].split())
        elif line and not line.startswith("#"):
            for title in split_list(line):
                yield from expanded(title, context)


def expanded(title, context):
    sector, level, needs_state = context
    if "{field}" not in title:
        yield clean(title).lower(), sector, level, needs_state
        return
    for own_sector, name in fields():
        yield title.replace("{field}", name), own_sector, level, needs_state


def main():
    rows = {}
    for title, sector, level, needs_state in own_titles():
        rows.setdefault(title, dict(zip(COLUMNS, (title, sector, level, needs_state, "own"))))
    write_table("titles", COLUMNS, rows.values())


if __name__ == "__main__":
    main()
