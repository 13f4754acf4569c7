#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Files and functions stay small (CONTRIBUTING.md): nine files in ten under 500 lines, none over 800; functions within 60 lines unless
a comment on the line before says `long:` and why, and 95 of 100 within 40.

usage: tools/check_sizes.py [--list]        --list prints the ten longest functions
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# A line that opens a function's body: ends in `{`, has a parameter list, is no control flow, type or namespace.
OPENS = re.compile(r"^(?!.*\b(?:if|for|while|switch|catch|do|else|namespace|struct|class|enum|union|return)\b\s*[({:]?)(.*[\w>&*]\s+)?[\w:~<>]+\(.*\).*\{\s*$")


def functions(lines):
    """(first line, number of lines, name) of each function, by the indentation of its closing brace (the formatter sees to it)."""
    for number, line in enumerate(lines):
        if not OPENS.match(line):
            continue
        indent = len(line) - len(line.lstrip())
        for end in range(number + 1, len(lines)):
            if re.match(rf"^ {{{indent}}}\}}", lines[end]):
                yield number, end - number + 1, line.strip()
                break


def check(paths):
    lengths, problems, long_files = [], [], 0
    for path in paths:
        lines = path.read_text(encoding="utf-8").split("\n")
        name = path.relative_to(ROOT)
        long_files += len(lines) > 500
        if len(lines) > 800:
            problems.append(f"{name}: {len(lines)} lines (800 is the end)")
        for number, length, head in functions(lines):
            lengths.append((length, f"{name}:{number + 1}: {head}"))
            if length > 60 and "long:" not in lines[max(0, number - 1)]:
                problems.append(f"{name}:{number + 1}: {length} lines (60, or say why in a comment `long: ...` before it): {head}")
    if long_files * 10 > len(paths):
        problems.append(f"{long_files} of {len(paths)} files have over 500 lines (one in ten may)")
    over_40 = sum(length > 40 for length, _ in lengths)
    if over_40 * 20 > len(lengths):
        problems.append(f"{over_40} of {len(lengths)} functions have over 40 lines (one in twenty may)")
    return sorted(lengths, reverse=True), problems


if __name__ == "__main__":
    sources = [p for folder in ("src", "include", "tests", "fuzz", "bench") for p in sorted((ROOT / folder).rglob("*.*")) if p.suffix in (".h", ".cc")]
    longest, found = check(sources)
    if "--list" in sys.argv:
        print("\n".join(f"{length:4} {where}" for length, where in longest[:10]))
    print("\n".join(found) if found else f"{len(sources)} files and {len(longest)} functions are within their sizes")
    sys.exit(bool(found))
