#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""No two headers define types of one name, for the linker would take one's functions for the other's (the one-definition rule).

usage: tools/check_names.py        prints each name that is defined twice; exits with 1 if there is one
"""
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# A type at the outer level of a header; nested ones have their owner's name before theirs.
TYPE = re.compile(r"^(?:struct|class|enum class|enum) (\w+)(?: final)?(?: : .*)? ?\{", re.M)


def defined_twice():
    places = collections.defaultdict(list)
    for folder in ("include", "src"):
        for path in sorted((ROOT / folder).rglob("*.h")):
            for name in TYPE.findall(path.read_text(encoding="utf-8")):
                places[name].append(str(path.relative_to(ROOT)))
    for name, paths in sorted(places.items()):
        if len(paths) > 1:
            yield f"{name}: {', '.join(paths)}"


if __name__ == "__main__":
    found = list(defined_twice())
    print("\n".join(found) if found else "no type is defined twice")
    sys.exit(bool(found))
