#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Includes point down one list of folders, and no two folders of src include each other.

usage: tools/check_layers.py        prints each include that points up; exits with 1 if there is one
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# What each folder may include beside itself and include/dragoman.
ALLOWED = {
    "base": [],
    "text": ["base"],
    "encoder": ["base"],
    "syntax": ["base", "text", "encoder"],
    "kb": ["base"],
    "entities": ["base", "text", "syntax", "kb"],
    "time": ["base"],
    "claims": ["base", "text", "syntax", "kb", "entities", "time"],
    "reader": ["base", "text", "encoder", "syntax", "kb", "entities", "time", "claims"],
    "events": ["base"],
    "ledger": ["base", "reader", "events"],
    "cli": [],
    "server": [],
}
INCLUDE = re.compile(r'^\s*#include "([a-z_]+)/', re.M)


def wrong_includes():
    for path in sorted((ROOT / "src").glob("*/*.*")):
        folder = path.parent.name
        if path.suffix not in (".h", ".cc"):
            continue
        if folder not in ALLOWED:
            yield f"{path.relative_to(ROOT)}: folder {folder} is not in the list of tools/check_layers.py"
            continue
        for included in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if included not in (folder, "dragoman", *ALLOWED[folder]):
                yield f"{path.relative_to(ROOT)}: src/{folder} may not include src/{included}"
    for path in sorted((ROOT / "include/dragoman").glob("*.h")):
        for included in INCLUDE.findall(path.read_text(encoding="utf-8")):
            if included != "dragoman":
                yield f"{path.relative_to(ROOT)}: public headers include only public headers, not {included}/"


if __name__ == "__main__":
    found = list(wrong_includes())
    print("\n".join(found) if found else "includes point one way")
    sys.exit(bool(found))
