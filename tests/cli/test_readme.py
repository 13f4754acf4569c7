# SPDX-License-Identifier: Apache-2.0
"""What the documents show runs: lines of ```sh blocks, from the project's folder, unless the block begins with `# not run by tests`. Where a ```text
block follows, it is what they print."""
import os
import re
import shutil
import subprocess
import tempfile
import unittest

from program import BUILD, PROGRAM, ROOT

BLOCKS = re.compile(r"^```sh\n(.*?)^```\n(?:\n```text\n(.*?)^```)?", re.S | re.M)


class Documents(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ("samples", "docs", "tools"):
            os.symlink(ROOT / name, os.path.join(self.folder, name))
        os.makedirs(os.path.join(self.folder, "build"))
        os.symlink(BUILD, os.path.join(self.folder, "build/release"))

    def run_blocks(self, text):
        blocks = BLOCKS.findall(text)
        self.assertTrue(blocks)
        for commands, shown in blocks:
            if commands.startswith("# not run by tests"):
                continue
            printed = ""
            for command in commands.splitlines():
                done = subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=self.folder, capture_output=True, env=os.environ | {"DRAGOMAN": PROGRAM},
                                      timeout=600, check=False)
                self.assertEqual(0, done.returncode, f"{command}\n{done.stderr.decode()}")
                printed += done.stdout.decode()
            if shown:
                self.assertEqual(shown.strip(), printed.strip(), commands)

    def test_readme(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        self.assertRegex("\n".join(readme.splitlines()[:30]), "```sh", "a runnable example by line 30")
        self.run_blocks(readme)

    def test_ledger(self):
        self.run_blocks((ROOT / "docs/ledger.md").read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
