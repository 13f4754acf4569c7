# SPDX-License-Identifier: Apache-2.0
"""Runs the program for the tests of this folder. DRAGOMAN names it; by hand it is build/release/dragoman."""
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = pathlib.Path(os.environ.get("DRAGOMAN_BUILD", ROOT / "build/release"))
PROGRAM = os.environ.get("DRAGOMAN", str(BUILD / "dragoman"))
SAMPLE = ROOT / "samples/talks.txt"
PUBLISHED = "2026-03-13"

# Two reports of one sentence each: short, so that tests about streams are about streams.
TALKS = "Turkish and Armenian envoys met in Oslo on Tuesday, a Turkish diplomat told Reuters."
DENIAL = "The Armenian government denied any contact with Turkish officials."


def run(*arguments, given=b"", env=None, timeout=300):
    """The finished process: returncode, stdout and stderr as bytes."""
    if isinstance(given, str):
        given = given.encode("utf-8")
    return subprocess.run([PROGRAM, *map(str, arguments)], input=given, capture_output=True, env=env, timeout=timeout, check=False)


def jsonl(records):
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def read_objects(*arguments, given=b""):
    """The report objects of `dragoman read --format jsonl ARGUMENTS`, which must succeed."""
    done = run("read", "--format", "jsonl", *arguments, given=given)
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
