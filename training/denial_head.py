# SPDX-License-Identifier: Apache-2.0
"""Trains the head `denials`: does a word tell that something told is not so ("rubbished", "a figment", "thin air", "never")?

    python training/denial_head.py --model models/reader --rows DENIALS.jsonl ... --tune TUNE.jsonl

Rows are of denials/convert.py (`denial`: denial, none, * where it is left open). Words with a meaning of their own count, as the model tags them. Prints precision and recall by the
share from which a word is taken; then writes denial_head.bin and its hash into config.json.
"""

import cue_head
import export

if __name__ == "__main__":
    cue_head.train(__doc__, "denial", "denial", lambda row: [None if mark == "*" else mark == "denial" for mark in row["denial"]], export.DENIAL_HEAD)
