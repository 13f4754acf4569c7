// SPDX-License-Identifier: Apache-2.0
#include "claims/explain_rule.h"

#include <fmt/format.h>

#include <algorithm>

namespace dragoman {
namespace {

std::string examples(const std::string& example, const std::string& counter) {
  return fmt::format("  example          {}\n  counter-example  {}\n", example, counter);
}

std::string_view tag_of(Upos upos) { return upos == Upos::VERB ? "verb" : upos == Upos::NOUN ? "noun" : upos == Upos::ADJ ? "adjective" : "adverb"; }

std::string describe(const Frame& frame) {
  std::string text = fmt::format("{}\n  codes            {}{}{}  (CAMEO {}, {})\n", frame.rule, name_of(frame.type), frame.mode.empty() ? "" : ", mode ",
                                 frame.mode, frame.cameo, quad_of(frame.type));
  text += fmt::format("  words            {} ({})\n", fmt::join(frame.lemmas, ", "), tag_of(frame.upos));
  if (!frame.when.empty()) text += fmt::format("  when             {}\n", frame.when);
  text += fmt::format("  roles            {}\n", frame.who);
  return text + examples(frame.example, frame.counter_example) + fmt::format("  in               data/rules/frames.tsv:{}\n", frame.line);
}

std::string describe(const Cue& cue) {
  return fmt::format("{}\n  a {} of saying; stance {}\n", cue.rule, tag_of(cue.upos), name_of(cue.stance)) + examples(cue.example, cue.counter_example);
}

std::string describe(const Embedder& embedder) {
  std::string effect;
  if (embedder.realis) effect += fmt::format(" {}", name_of(*embedder.realis));
  if (embedder.certainty) effect += fmt::format(" {}", name_of(*embedder.certainty));
  if (embedder.negative) effect += " negative";
  return fmt::format("{}\n  a {} that makes what it holds{}; complements {}\n", embedder.rule, tag_of(embedder.upos), effect,
                     fmt::join(embedder.complements, ", ")) +
         examples(embedder.example, embedder.counter_example);
}

// The one rule that no table holds (statements.cc): it is about what no frame names.
constexpr std::string_view kStatement = "statement.attributed";
constexpr std::string_view kStatementWords =
    "statement.attributed\n  what somebody says about politics without an event of the codebook in it\n"
    "  example          The minister said the deal could mark a shift in the region.\n"
    "  counter-example  The minister said Minsk had signed the deal.\n";

}  // namespace

Result<std::string> explain_rule(const Rules& rules, std::string_view name) {
  if (const Frame* frame = rules.frames.named(name)) return describe(*frame);
  if (const Cue* cue = rules.cues.named(name)) return describe(*cue);
  if (const Embedder* embedder = rules.embedders.named(name)) return describe(*embedder);
  if (name == kStatement) return std::string(kStatementWords);
  for (const CaveatPattern& caveat : rules.caveats.all()) {
    if (caveat.rule == name)
      return fmt::format("{}\n  words that weaken other claims: {}\n", caveat.rule, fmt::join(caveat.lemmas, " ")) +
             examples(caveat.example, caveat.counter_example);
  }
  std::vector<std::string> close;
  const std::string_view group = name.substr(0, name.find('.'));
  for (const Frame& frame : rules.frames.all()) {
    if (frame.rule.substr(0, frame.rule.find('.')) == group || frame.rule.find(name) != std::string::npos) close.push_back(frame.rule);
  }
  if (close.empty())
    return Error{ErrorCode::not_found, fmt::format("no rule `{}`; rules are named as a claim's `rule` field shows them, for example consult.meet", name)};
  return Error{ErrorCode::not_found, fmt::format("no rule `{}`; there are: {}", name, fmt::join(close, ", "))};
}

}  // namespace dragoman
