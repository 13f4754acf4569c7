// SPDX-License-Identifier: Apache-2.0
// measure_names PAIRS: how well same_part() tells spellings of one name from names that look alike, on the pairs that
// name_pairs.py makes: those to tune on, and those held out. `--list` prints the former with their costs.
#include <cstdio>
#include <string>

#include "base/tsv.h"
#include "kb/fold.h"
#include "kb/names.h"

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "usage: measure_names PAIRS [--list]\n"), 2;
  const bool list = argc > 2 && std::string(argv[2]) == "--list";
  const auto table = dragoman::read_tsv(argv[1]);
  if (!table) return std::fprintf(stderr, "%s\n", table.error().message.c_str()), 1;
  int counts[2][2][3] = {};  // part, same: all, judged same strictly, leniently
  for (const auto& row : table->rows) {
    const std::string a = dragoman::joined(dragoman::fold_name(row.cells[2])), b = dragoman::joined(dragoman::fold_name(row.cells[3]));
    if (a == b) continue;
    const bool same = row.cells[0] == "1", held_out = row.cells[1] == "heldout";
    const bool strict = dragoman::same_part(a, b, dragoman::Strictness::strict), lenient = dragoman::same_part(a, b, dragoman::Strictness::lenient);
    int* count = counts[held_out][same];
    ++count[0], count[1] += strict, count[2] += lenient;
    if (list && !held_out) std::printf("%d\t%d\t%d\t%.2f\t%s\t%s\n", same, strict, lenient, dragoman::part_distance(a, b), a.c_str(), b.c_str());
  }
  for (int part = 0; part < 2; ++part) {
    const int *other = counts[part][0], *same = counts[part][1];
    for (int how = 1; how <= 2; ++how) {
      std::printf("%s, %s: recall %.3f of %d pairs of spellings; false matches %.4f of %d look-alikes\n", part == 1 ? "held out" : "tuning",
                  how == 1 ? "strict" : "lenient", double(same[how]) / same[0], same[0], double(other[how]) / other[0], other[0]);
    }
  }
  return 0;
}
