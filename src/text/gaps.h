// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/characters.h"
#include "text/words.h"

namespace dragoman {

// What a word looks like from outside; the letter is how features write it.
enum class Look : char {
  none = '0',
  stop = '.',
  mark = '!',
  ellipsis = '~',
  abbreviation = 'A',
  opening = '(',
  closing = ')',
  quote = '"',
  comma = ',',
  colon = ':',
  dash = '-',
  bullet = '*',
  capital = 'C',
  upper = 'U',
  single = 'I',
  lower = 'l',
  number = '9',
  other = 'o',
};
Look look_of(std::string_view word);

// A paragraph's words as the sentence model sees them.
struct GapView {
  std::string_view text;
  const std::vector<Piece>& pieces;
  std::vector<Look> looks;
  std::vector<std::uint16_t> since, until;  // words since and until a stop, capped
  std::vector<std::uint8_t> inside;         // bit 0: a quotation is open after the word; bit 1: a bracket
  bool has_stop = false;

  GapView(std::string_view text, const std::vector<Piece>& pieces);
  Look look(std::ptrdiff_t i) const { return i < 0 || i >= std::ssize(looks) ? Look::none : looks[static_cast<std::size_t>(i)]; }
  std::string_view word(std::ptrdiff_t i) const;
  bool spaced(std::size_t i) const { return i + 1 >= pieces.size() || pieces[i].end < pieces[i + 1].begin; }
};

// Gives the features of the gap after word `i` to `sink(name, part, part, ...)`, parts being string_views.
template <typename Sink>
void for_each_feature(const GapView& view, std::size_t i, Sink&& sink) {
  const auto at = static_cast<std::ptrdiff_t>(i);
  const auto as_view = [](const char& c) { return std::string_view(&c, 1); };
  const auto letter = [&](std::ptrdiff_t k) { return static_cast<char>(view.look(k)); };
  const char p2 = letter(at - 2), p = letter(at - 1), l = letter(at), r = letter(at + 1), r2 = letter(at + 2), r3 = letter(at + 3);
  const char space = view.spaced(i) ? '_' : '^';
  const char state = static_cast<char>('0' + view.inside[i]);
  const auto bucket = [](std::uint16_t n) { return static_cast<char>(n < 4 ? '0' + n : n < 7 ? '4' : n < 12 ? '5' : n < 20 ? '6' : n < 35 ? '7' : '8'); };
  const char since = bucket(view.since[i]), until = bucket(view.until[i]);
  const char stops = view.has_stop ? 's' : 'n';
  const std::string_view lw = view.word(at), rw = view.word(at + 1), pw = view.word(at - 1), r2w = view.word(at + 2);
  sink("l", as_view(l), as_view(space));
  sink("lr", as_view(l), as_view(r), as_view(space));
  sink("plr", as_view(p), as_view(l), as_view(r), as_view(space));
  sink("lrr", as_view(l), as_view(r), as_view(r2), as_view(space));
  sink("pplrr", as_view(p2), as_view(p), as_view(l), as_view(r), as_view(r2));
  sink("lrrr", as_view(l), as_view(r), as_view(r2), as_view(r3));
  sink("L", lw, as_view(r));
  sink("R", as_view(l), rw);
  sink("RC", as_view(l), rw, as_view(r));
  sink("LR", lw, rw);
  sink("P", pw, as_view(l), as_view(r));
  sink("R2", as_view(l), rw, r2w);
  sink("in", as_view(state), as_view(l), as_view(r));
  sink("inr", as_view(state), as_view(l), as_view(r), as_view(r2));
  sink("since", as_view(since), as_view(l), as_view(r));
  sink("until", as_view(until), as_view(l), as_view(r));
  sink("both", as_view(since), as_view(until), as_view(l), as_view(r));
  sink("stops", as_view(stops), as_view(l), as_view(r));
}

}  // namespace dragoman
