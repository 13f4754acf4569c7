# SPDX-License-Identifier: Apache-2.0
"""The archive of tools/package runs from another folder with an empty environment."""
import pathlib
import shutil
import subprocess
import tarfile
import tempfile
import unittest

from program import BUILD, ROOT, SAMPLE


class Package(unittest.TestCase):
    def test_archive_runs_alone(self):
        made = subprocess.run([ROOT / "tools/package", BUILD], capture_output=True, check=True)
        folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, folder)
        with tarfile.open(ROOT / made.stdout.decode().split()[-1]) as archive:
            archive.extractall(folder, filter="data") if hasattr(tarfile, "data_filter") else archive.extractall(folder)
        program = next(folder.glob("dragoman-*/bin/dragoman"))
        sample = shutil.copy(SAMPLE, folder / "report.txt")
        libraries = subprocess.run(["env", "-i", "/usr/bin/ldd", program], capture_output=True, check=True).stdout.decode()
        for row in libraries.splitlines():
            if any(name in row for name in ("openvino", "libicu", "libtbb", "libfmt")):
                self.assertIn(str(folder), row)
        done = subprocess.run(["env", "-i", program, "read", "--format", "jsonl", sample], capture_output=True, cwd="/", check=False)
        self.assertEqual((0, b""), (done.returncode, done.stderr))
        self.assertIn(b'"schema":"dragoman.report/1"', done.stdout)


if __name__ == "__main__":
    unittest.main()
