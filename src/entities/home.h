// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "entities/drafts.h"
#include "entities/home_weights.h"

namespace dragoman::entities {

// Whose somebody is who is described, or named, without a nationality: the likeliest of the countries that the report names or its outlet is of, by how
// often, how near and how prominently it does so and by where it is set. Fixed once made; the drafts must be linked.
class Homes {
 public:
  Homes(const Reading& reading, const EntityDrafts& drafts, const HomeWeights& weights);

  // Alpha-3, of somebody whose mention goes from this word to `last_word` of its sentence; empty where no country is likely enough.
  std::string of(WordAt at, int last_word) const;
  // Of somebody who would be mentioned after all that; else the dateline's.
  std::string of_report(const Reading& reading) const;

 private:
  struct Country {
    std::vector<WordAt> mentions, places;  // first words, in text order: of it, its people, bodies and cities; of its cities alone
    bool has_locals = false;
  };
  struct Around {
    int countries = 0;  // named in the sentence
    std::optional<WordAt> last, last_place;
  };
  static std::optional<WordAt> last_before(const std::vector<WordAt>& places, WordAt at);
  static bool in_sentence(const std::vector<WordAt>& places, int sentence);
  double score_of(const std::string& name, const Country& country, WordAt at, int last_word, const Around& around) const;

  const HomeWeights& weights_;
  std::string dateline_, outlet_;
  std::optional<std::pair<WordAt, std::string>> first_named_;
  std::map<std::string, Country> countries_;
  std::size_t named_ = 0;
  int mentions_ = 0;
};

// Kinds of actors whose country, where their words do not tell it, the report or the place may.
bool may_lack_country(EntityKind kind);

// Whether the words `first` to `last` say that somebody is of elsewhere or of several states: "a Western diplomat", "the envoy".
bool is_foreign(const Tree& tree, int first, int last);

// Gives people and bodies whom nothing else gives a country ("the prosecutor", "riot police", "three miners") the one they are likely to be of.
// Of people of no office ("a person with knowledge of the talks") it is only their draft's home: what they take part in may say more. Left alone is
// who is foreign or of several states by his description.
void send_home(const Reading& reading, const Homes& homes, EntityDrafts& drafts);

}  // namespace dragoman::entities
