# SPDX-License-Identifier: Apache-2.0
"""What the tests of the mark-ups of single sentences share."""
import importlib.util
import pathlib
import tempfile


def opened(folder):
    """The convert.py of a folder beside this file: all are of one name."""
    spec = importlib.util.spec_from_file_location(f"{folder}_convert", pathlib.Path(__file__).resolve().parent / folder / "convert.py")
    convert = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(convert)
    return convert


def read(convert, text):
    """(rows, problems) of a file with this text."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "some.txt"
        path.write_text(text, encoding="utf-8")
        problems = []
        return [convert.row_of(*one) for one in convert.sentences_of(path, problems)], problems
