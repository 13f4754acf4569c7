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
// often, how near and how prominently it does so and by where it is set. A dateline inside the report begins another story, and each is looked at alone.
// Fixed once made; the drafts must be linked.
class Homes {
 public:
  Homes(const Reading& reading, const EntityDrafts& drafts, const HomeWeights& weights);

  // Somebody where he is mentioned first.
  struct Whom {
    WordAt at;
    int last_word = 0;                            // of the mention
    bool is_definite = false, in_office = false;  // "the police"; ministers, courts, parties
    std::string other_than = {};                  // a country that he is not of
  };
  // Alpha-3; empty where no country is likely enough.
  std::string of(const Whom& whom) const;
  // Of whom a foreign state has sent there: the likeliest of the other countries; empty where several could be.
  std::string of_sent(const Whom& whom) const;
  // First sentence of each story of `sentences` and the country of somebody who would be mentioned after all that, else the dateline's.
  std::vector<std::pair<int, std::string>> of_stories(int sentences) const;
  // The code of the one international body, or the nearest of them, that the story names before somebody who serves one: "the observers". Empty of none.
  std::string body_before(WordAt at) const;

 private:
  struct Country {
    std::vector<WordAt> mentions, places;  // first words, in text order: of it, its people, bodies and cities; of its cities alone
    bool has_locals = false;
  };
  struct Around {
    int countries = 0;  // named in the sentence
    std::optional<WordAt> last, last_place;
  };
  struct Story {
    int first = 0;         // sentence
    std::string dateline;  // country, empty if unknown
    std::optional<std::pair<WordAt, std::string>> first_named;
    std::map<std::string, Country> countries;
    std::vector<std::pair<WordAt, std::string>> bodies;  // international ones by code, in text order
    std::size_t named = 0;
    int mentions = 0;
  };
  static std::optional<WordAt> last_before(const std::vector<WordAt>& places, WordAt at);
  static bool in_sentence(const std::vector<WordAt>& places, int sentence);
  static void note(Story& story, const std::string& country, WordAt at, bool is_place);
  std::size_t story_of(int sentence) const;
  // What speaks for each country, the most first, and for none of them (an empty name).
  std::vector<std::pair<double, std::string>> odds(const Whom& whom) const;
  double score_of(const Story& story, const std::string& name, const Whom& whom, const Around& around) const;

  const HomeWeights& weights_;
  std::string outlet_;
  std::vector<Story> stories_;
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
