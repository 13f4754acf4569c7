// SPDX-License-Identifier: Apache-2.0
#include "time/quantities.h"

#include <cmath>
#include <cstdio>

#include "time/words.h"

namespace dragoman::time {
namespace {

// A hyphen inside a compound: "twenty-one", "two-and-a-half".
int past_hyphen(const Lexemes& lexemes, int i) { return lexemes[i].is("-") && !lexemes[i].spaced && !lexemes[i + 1].spaced ? i + 1 : i; }

// "twenty", "twenty one", "twenty-one", "seven": below a hundred, in words.
std::optional<ReadInteger> below_hundred(const Lexemes& lexemes, int i) {
  const int first = small_number(lexemes[i].text);
  if (first < 0) return std::nullopt;
  if (first < 20) return ReadInteger{i + 1, first};
  int next = past_hyphen(lexemes, i + 1);
  if (lexemes[next].is("and")) ++next;
  const int second = small_number(lexemes[next].text);
  if (second >= 1 && second <= 9) return ReadInteger{next + 1, first + second};
  return ReadInteger{i + 1, first};
}

// Number words with hundreds and thousands, at most a few lexemes.
std::optional<ReadInteger> integer_in_words(const Lexemes& lexemes, int i) {
  int start = i;
  int total = 0;
  bool any = false;
  for (const auto& [scale, factor] : {std::pair{"thousand", 1000}, std::pair{"hundred", 100}}) {
    const int from = any && lexemes[start].is("and") ? start + 1 : start;
    auto part = below_hundred(lexemes, from);
    if (!any && lexemes[from].is("a") && lexemes[from + 1].is(scale)) part = ReadInteger{from + 1, 1};
    if (!part || !lexemes[part->end].is(scale)) continue;
    total += part->value * factor;
    start = part->end + 1;
    any = true;
  }
  const int from = any && lexemes[start].is("and") ? start + 1 : start;
  if (const auto rest = below_hundred(lexemes, from)) return ReadInteger{rest->end, total + rest->value};
  if (!any) return std::nullopt;
  return ReadInteger{start, total};
}

// "1,200", "2.5", "12".
std::optional<Quantity> figures_at(const Lexemes& lexemes, int i) {
  if (lexemes[i].number < 0) return std::nullopt;
  double number = lexemes[i].number;
  int end = i + 1;
  while (lexemes[end].is(",") && !lexemes[end].spaced && lexemes[end + 1].digits() == 3 && !lexemes[end + 1].spaced && end < i + 6) {
    number = number * 1000 + lexemes[end + 1].number;
    end += 2;
  }
  if (lexemes[end].is(".") && !lexemes[end].spaced && lexemes[end + 1].number >= 0 && !lexemes[end + 1].spaced) {
    number += lexemes[end + 1].number / std::pow(10.0, lexemes[end + 1].digits());
    end += 2;
  }
  if (lexemes[end].is("½")) return Quantity{end + 1, number + 0.5, number_text(number + 0.5), false, true};
  return Quantity{end, number, number_text(number), false, true};
}

// What may follow a whole number: "and a half", "-and-a-half", "and a quarter".
Quantity with_fraction(const Lexemes& lexemes, Quantity quantity) {
  int i = past_hyphen(lexemes, quantity.end);
  if (!lexemes[i].is("and")) return quantity;
  i = past_hyphen(lexemes, i + 1);
  if (any_of(lexemes[i], {"a", "one"})) i = past_hyphen(lexemes, i + 1);
  const double part = lexemes[i].is("half") ? 0.5 : lexemes[i].is("quarter") ? 0.25 : 0;
  if (part == 0) return quantity;
  quantity.end = i + 1;
  quantity.number += part;
  quantity.text = number_text(quantity.number);
  return quantity;
}

Quantity vague_until(int end) { return {end, 0, "X"}; }

// "several", "a few", "a couple of", "dozens of", "half a".
std::optional<Quantity> indefinite_at(const Lexemes& lexemes, int i) {
  const int after_article = any_of(lexemes[i], {"a", "an"}) ? i + 1 : i;
  const Lexeme& word = lexemes[after_article];
  if (any_of(word, {"few", "several", "many", "some", "numerous"})) return vague_until(after_article + 1);
  if (word.is("number") && lexemes[after_article + 1].is("of")) return vague_until(after_article + 2);
  if (word.is("couple")) return Quantity{after_article + (lexemes[after_article + 1].is("of") ? 2 : 1), 2, "2"};
  if (any_of(word, {"dozens", "scores", "hundreds", "thousands", "tens"}) && lexemes[i + 1].is("of")) return vague_until(i + 2);
  if (word.is("dozen")) return Quantity{after_article + 1, 12, "12"};
  if (word.is("½")) return Quantity{after_article + 1, 0.5, "0.5"};
  if (word.is("half") && after_article == i && any_of(lexemes[i + 1], {"a", "an"})) return Quantity{i + 2, 0.5, "0.5"};
  if (word.is("half")) return Quantity{past_hyphen(lexemes, after_article + 1), 0.5, "0.5"};
  if (after_article > i) {
    if (const auto number = integer_in_words(lexemes, i)) return Quantity{number->end, static_cast<double>(number->value), number_text(number->value)};
    return Quantity{after_article, 1, "1", true};
  }
  return std::nullopt;
}

}  // namespace

std::string number_text(double number) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.10g", number);
  return buffer;
}

std::optional<Quantity> quantity_at(const Lexemes& lexemes, int i) {
  if (const auto figures = figures_at(lexemes, i)) return with_fraction(lexemes, *figures);
  if (const auto indefinite = indefinite_at(lexemes, i)) return indefinite;
  const auto number = integer_in_words(lexemes, i);
  if (!number) return std::nullopt;
  return with_fraction(lexemes, {number->end, static_cast<double>(number->value), number_text(number->value)});
}

std::optional<ReadInteger> integer_at(const Lexemes& lexemes, int i) {
  if (lexemes[i].number >= 0) return ReadInteger{i + 1, lexemes[i].number};
  return integer_in_words(lexemes, i);
}

std::optional<ReadInteger> ordinal_at(const Lexemes& lexemes, int i) {
  if (lexemes[i].number >= 0) {
    if (lexemes[i + 1].spaced || !any_of(lexemes[i + 1], {"st", "nd", "rd", "th"})) return std::nullopt;
    return ReadInteger{i + 2, lexemes[i].number};
  }
  if (const int ordinal = ordinal_named(lexemes[i].text)) return ReadInteger{i + 1, ordinal};
  const int tens = small_number(lexemes[i].text);
  if (tens < 20) return std::nullopt;
  const int next = past_hyphen(lexemes, i + 1);
  const int ones = ordinal_named(lexemes[next].text);
  if (ones < 1 || ones > 9) return std::nullopt;
  return ReadInteger{next + 1, tens + ones};
}

std::optional<ReadInteger> year_in_words(const Lexemes& lexemes, int i) {
  const auto first = below_hundred(lexemes, i);
  if (!first || first->value < 1) return std::nullopt;
  if (any_of(lexemes[first->end], {"hundred", "thousand"})) {
    const auto whole = integer_in_words(lexemes, i);
    if (first->value >= 11 && first->value < 20 && lexemes[first->end].is("hundred")) {
      const int rest_from = first->end + (lexemes[first->end + 1].is("and") ? 2 : 1);
      const auto rest = below_hundred(lexemes, rest_from);
      return ReadInteger{rest ? rest->end : first->end + 1, first->value * 100 + (rest ? rest->value : 0)};
    }
    if (!whole || whole->value < 2000 || whole->value > 2100) return std::nullopt;
    return whole;
  }
  if (first->value < 11 || first->value > 20) return std::nullopt;
  const auto second = below_hundred(lexemes, first->end);
  if (!second || second->value < 10) return std::nullopt;
  return ReadInteger{second->end, first->value * 100 + second->value};
}

}  // namespace dragoman::time
