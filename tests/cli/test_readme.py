# SPDX-License-Identifier: Apache-2.0
"""Commands of README.md run: lines of its ```sh blocks, from the project's folder, unless the block begins with `# not run by tests`."""
import os
import re
import shutil
import subprocess
import tempfile
import unittest

from program import BUILD, PROGRAM, ROOT


class Readme(unittest.TestCase):
    def test_commands(self):
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        self.assertRegex("\n".join(readme.splitlines()[:30]), "```sh", "a runnable example by line 30")
        blocks = re.findall(r"^```sh\n(.*?)^```", readme, re.S | re.M)
        self.assertTrue(blocks)
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder)
        for name in ("samples", "docs", "tools"):
            os.symlink(ROOT / name, os.path.join(folder, name))
        os.makedirs(os.path.join(folder, "build"))
        os.symlink(BUILD, os.path.join(folder, "build/release"))
        for block in blocks:
            if block.startswith("# not run by tests"):
                continue
            for command in block.splitlines():
                done = subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder, capture_output=True, env=os.environ | {"DRAGOMAN": PROGRAM},
                                      timeout=600, check=False)
                self.assertEqual(0, done.returncode, f"{command}\n{done.stderr.decode()}")


if __name__ == "__main__":
    unittest.main()
