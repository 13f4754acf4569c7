# SPDX-License-Identifier: Apache-2.0
"""Streams: order, first results at once, bounded memory, closed pipes, interrupts."""
import json
import signal
import subprocess
import unittest

from program import DENIAL, PROGRAM, TALKS, jsonl, run


def start(*arguments, **options):
    return subprocess.Popen([PROGRAM, "read", "--input", "jsonl", "--format", "jsonl", *arguments, "-"], stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


def peak_kib(process_id):
    with open(f"/proc/{process_id}/status", encoding="ascii") as file:
        return next(int(row.split()[1]) for row in file if row.startswith("VmHWM"))


class Streams(unittest.TestCase):
    def test_order_with_many_jobs(self):
        records = [{"id": str(i), "text": TALKS * (1 + i * 7 % 5)} for i in range(200)]
        done = run("read", "--input", "jsonl", "--format", "jsonl", "--jobs", 8, "-", given=jsonl(records))
        self.assertEqual([r["id"] for r in records], [json.loads(row)["report"]["id"] for row in done.stdout.splitlines()])

    def test_first_result_comes_before_the_input_ends(self):
        process = start()
        process.stdin.write(jsonl([{"id": "a", "text": TALKS}]).encode())
        process.stdin.flush()
        self.assertEqual("a", json.loads(process.stdout.readline())["report"]["id"])
        process.communicate()
        self.assertEqual(0, process.returncode)

    def test_memory_does_not_grow_with_the_stream(self):
        peaks = []
        for count in (200, 1200):
            process = start("--jobs", "2")
            feed = jsonl([{"id": "x", "text": f"{TALKS} {DENIAL}"}]).encode()
            for _ in range(count):
                process.stdin.write(feed)
                process.stdin.flush()
                process.stdout.readline()
            peaks.append(peak_kib(process.pid))
            process.communicate()
            self.assertEqual(0, process.returncode)
        self.assertLess(peaks[1], peaks[0] * 1.15 + 8_000)

    def test_closed_pipe_is_quiet(self):
        process = start()
        process.stdout.close()
        try:
            process.stdin.write(jsonl([{"id": str(i), "text": TALKS} for i in range(50)]).encode())
            process.stdin.close()
        except BrokenPipeError:
            pass
        said = process.stderr.read()
        process.stderr.close()
        self.assertEqual((0, b""), (process.wait(60), said))

    def test_interrupt(self):
        process = start()
        process.stdin.write(jsonl([{"id": "a", "text": TALKS}]).encode())
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)   # while it waits for more input
        self.assertEqual(130, process.wait(30))
        said = process.stderr.read().decode()
        self.assertIn("interrupted after 1 report", said)
        for pipe in (process.stdin, process.stdout, process.stderr):
            pipe.close()

    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "read", "--format", "jsonl", "-"], input=TALKS.encode(), stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(3, done.returncode)
        self.assertIn(b"cannot write", done.stderr)

    def test_progress_for_programs(self):
        done = run("read", "--input", "jsonl", "--format", "jsonl", "--progress", "json", "-", given=jsonl([{"id": "a", "text": TALKS}] * 3))
        last = json.loads(done.stderr.decode().splitlines()[-1])
        self.assertEqual((3, True), (last["reports"], last["done"]))


if __name__ == "__main__":
    unittest.main()
