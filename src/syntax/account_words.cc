// SPDX-License-Identifier: Apache-2.0
#include "syntax/account_words.h"

#include <array>

#include "base/strings.h"

namespace dragoman {
namespace {

constexpr auto kAccounts = std::to_array<std::string_view>({"accusation", "allegation", "insinuation", "rumor", "rumour", "claim", "charge", "assertion",
                                                            "suggestion", "report", "account", "story", "complaint", "contention", "theory", "speculation"});
constexpr auto kShares =
    std::to_array<std::string_view>({"role", "part", "hand", "share", "involvement", "responsibility", "complicity", "participation", "knowledge"});

}  // namespace

bool is_account_word(std::string_view lemma) { return is_one_of(lemma, kAccounts); }
bool is_share_word(std::string_view lemma) { return is_one_of(lemma, kShares); }

}  // namespace dragoman
