// SPDX-License-Identifier: Apache-2.0
// The frame language: a table row is parsed once into paths and conditions; matching walks the predicate's arguments. A row that
// cannot be read is an error that names file and line, so that a scientist who edits the table sees at once what is wrong.
#include "claims/frames.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/tsv.h"

namespace dragoman {
namespace {

constexpr std::array<std::pair<std::string_view, Slot>, 8> kSlots = {{{"subj", Slot::subject},
                                                                      {"obj", Slot::object},
                                                                      {"iobj", Slot::indirect_object},
                                                                      {"obl", Slot::oblique},
                                                                      {"poss", Slot::possessor},
                                                                      {"mod", Slot::modifier},
                                                                      {"clause", Slot::clause},
                                                                      {"xcomp", Slot::open_clause}}};

std::string message(const TsvTable& table, const TsvRow& row, std::string_view what) { return fmt::format("{}:{}: {}", table.path, row.line, what); }

std::optional<SlotPath::Step> parse_step(std::string_view text) {
  SlotPath::Step step;
  std::string_view name = text;
  if (const std::size_t open = text.find('('); open != std::string_view::npos) {
    if (text.back() != ')') return std::nullopt;
    step.prepositions = split_list(text.substr(open + 1, text.size() - open - 2), ',');
    name = text.substr(0, open);
  }
  if (name == "agent" || name == "patient") {
    step.agent = name == "agent";
    step.patient = !step.agent;
    return step;
  }
  const auto found = std::find_if(kSlots.begin(), kSlots.end(), [&](const auto& slot) { return slot.first == name; });
  if (found == kSlots.end()) return std::nullopt;
  step.slot = found->second;
  return step;
}

std::optional<SlotPath> parse_path(std::string_view text) {
  SlotPath path;
  for (const std::string& part : split_list(text, '.')) {
    auto step = parse_step(part);
    if (!step) return std::nullopt;
    path.steps.push_back(std::move(*step));
  }
  return path.steps.empty() ? std::nullopt : std::optional(path);
}

using Sets = std::unordered_map<std::string, std::vector<std::string>>;

std::optional<FrameCondition> parse_condition(std::string_view text, const Sets& sets) {
  FrameCondition condition;
  if (text.front() == '!') {
    condition.negated = true;
    text.remove_prefix(1);
  }
  const std::size_t colon = text.find(':');
  const std::string_view where = text.substr(0, colon);
  condition.is_passive = where == "passive";
  condition.is_particle = where == "prt";
  condition.is_joined = where == "joined";
  if (!condition.is_passive && !condition.is_particle && !condition.is_joined) {
    auto path = parse_path(where);
    if (!path) return std::nullopt;
    condition.path = std::move(*path);
  }
  if (colon == std::string_view::npos) return condition;
  const std::string_view wanted = text.substr(colon + 1);
  condition.test = wanted == "ACTOR" ? FrameCondition::Test::actor : FrameCondition::Test::lemma;
  for (const std::string& word : split_list(wanted, '|')) {
    if (word.front() != '@') {
      condition.lemmas.push_back(word);
      continue;
    }
    const auto set = sets.find(word.substr(1));
    if (set == sets.end()) return std::nullopt;
    condition.lemmas.insert(condition.lemmas.end(), set->second.begin(), set->second.end());
  }
  return condition;
}

std::optional<Role> role_named(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Role::beneficiary); ++i) {
    if (name_of(static_cast<Role>(i)) == name) return static_cast<Role>(i);
  }
  return std::nullopt;
}

// "recipient=obj|obl(against)+obl(on)"
std::optional<RoleRule> parse_role(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  const auto role = role_named(text.substr(0, equals));
  if (!role) return std::nullopt;
  RoleRule rule{*role, {}};
  for (const std::string& alternative : split_list(text.substr(equals + 1), '|')) {
    std::vector<SlotPath> joined;
    for (const std::string& part : split_list(alternative, '+')) {
      auto path = parse_path(part);
      if (!path) return std::nullopt;
      joined.push_back(std::move(*path));
    }
    if (joined.empty()) return std::nullopt;
    rule.alternatives.push_back(std::move(joined));
  }
  return rule.alternatives.empty() ? std::nullopt : std::optional(std::move(rule));
}

Result<Sets> read_sets(const std::string& path) {
  auto table = read_tsv(path);
  if (!table) return table.error();
  const auto name = table->column("set");
  const auto words = table->column("words");
  if (!name) return name.error();
  if (!words) return words.error();
  Sets sets;
  for (const TsvRow& row : table->rows) {
    auto& set = sets[row.cells[*name]];
    for (std::string& word : split_list(row.cells[*words])) set.push_back(std::move(word));
  }
  return sets;
}

struct Columns {
  std::size_t rule, words, pos, when, type, mode, contexts, cameo, roles, example, counter;
};

Result<Columns> columns_of(const TsvTable& table) {
  Columns columns{};
  const std::array<std::pair<std::string_view, std::size_t*>, 11> wanted = {{{"rule", &columns.rule},
                                                                             {"words", &columns.words},
                                                                             {"pos", &columns.pos},
                                                                             {"when", &columns.when},
                                                                             {"type", &columns.type},
                                                                             {"mode", &columns.mode},
                                                                             {"contexts", &columns.contexts},
                                                                             {"cameo", &columns.cameo},
                                                                             {"roles", &columns.roles},
                                                                             {"example", &columns.example},
                                                                             {"counter_example", &columns.counter}}};
  for (const auto& [name, number] : wanted) {
    auto column = table.column(name);
    if (!column) return column.error();
    *number = *column;
  }
  return columns;
}

std::optional<Upos> upos_of(std::string_view pos) {
  if (pos == "V") return Upos::VERB;
  if (pos == "N") return Upos::NOUN;
  if (pos == "A") return Upos::ADJ;
  return std::nullopt;
}

Status read_parts(const TsvTable& table, const TsvRow& row, const Columns& c, const Sets& sets, Frame& frame) {
  for (const std::string& text : split_list(row.cells[c.when], ' ')) {
    auto condition = parse_condition(text, sets);
    if (!condition) return Error{ErrorCode::bad_data, message(table, row, fmt::format("cannot read the condition `{}`; see data/rules/README.md", text))};
    frame.conditions.push_back(std::move(*condition));
  }
  for (const std::string& text : split_list(row.cells[c.roles], ' ')) {
    if (text == "mutual" || text == "political") {
      (text == "mutual" ? frame.mutual : frame.political) = true;
      continue;
    }
    auto role = parse_role(text);
    if (!role) return Error{ErrorCode::bad_data, message(table, row, fmt::format("cannot read the role `{}`; see data/rules/README.md", text))};
    frame.roles.push_back(std::move(*role));
  }
  return {};
}

Result<Frame> read_frame(const TsvTable& table, const TsvRow& row, const Columns& c, const Sets& sets) {
  Frame frame;
  frame.rule = row.cells[c.rule];
  frame.line = row.line;
  frame.lemmas = split_list(row.cells[c.words]);
  const auto upos = upos_of(row.cells[c.pos]);
  const auto type = event_type_named(row.cells[c.type]);
  if (!upos) return Error{ErrorCode::bad_data, message(table, row, "pos must be V, N or A")};
  if (!type) return Error{ErrorCode::bad_data, message(table, row, fmt::format("`{}` is no PLOVER type", row.cells[c.type]))};
  frame.upos = *upos;
  frame.type = *type;
  frame.mode = row.cells[c.mode];
  frame.cameo = row.cells[c.cameo];
  frame.contexts = split_list(row.cells[c.contexts]);
  frame.when = row.cells[c.when];
  frame.who = row.cells[c.roles];
  frame.example = row.cells[c.example];
  frame.counter_example = row.cells[c.counter];
  if (frame.cameo.size() < 2) return Error{ErrorCode::bad_data, message(table, row, "the CAMEO code needs two digits at least")};
  if (frame.example.empty() || frame.counter_example.empty()) {
    return Error{ErrorCode::bad_data, message(table, row, "a rule needs an example and a counter_example")};
  }
  if (const Status parts = read_parts(table, row, c, sets, frame); !parts) return parts.error();
  return frame;
}

// Conditions on words tell more than those on who takes part, and these more than what must not be.
int specificity(const Frame& frame) {
  int sum = 0;
  for (const FrameCondition& condition : frame.conditions) {
    const bool names_words = condition.test == FrameCondition::Test::lemma || condition.is_particle;
    sum += condition.negated ? 1 : names_words ? 4 : 2;
  }
  return sum;
}

// What stands for the words of a row that is for any word of its type; no lemma has an asterisk.
std::string learned_key(EventType type) { return "*" + std::string(name_of(type)); }

std::string key_of(std::string_view lemma, Upos upos) {
  const char tag = upos == Upos::VERB ? 'V' : upos == Upos::ADJ ? 'A' : 'N';
  return tag + std::string(lemma);
}

// The slots behind the two abbreviations, in order of trust.
std::vector<SlotPath::Step> spelled_out(const SlotPath::Step& step) {
  if (step.agent) {
    return {{Slot::subject, false, false, {}}, {Slot::oblique, false, false, {"by"}}, {Slot::possessor, false, false, {}}, {Slot::modifier, false, false, {}}};
  }
  return {{Slot::object, false, false, {}},
          {Slot::indirect_object, false, false, {}},
          {Slot::oblique, false, false, {"of", "on", "against", "at", "to", "over", "toward", "towards", "upon"}}};
}

void append_step(const Predicate& predicate, const SlotPath::Step& step, std::vector<int>& words) {
  if (step.agent || step.patient) {
    for (const SlotPath::Step& part : spelled_out(step)) {
      append_step(predicate, part, words);
      if (!words.empty()) return;
    }
    return;
  }
  for (const Argument& argument : predicate.arguments) {
    if (argument.slot != step.slot) continue;
    const auto& wanted = step.prepositions;
    if (step.slot != Slot::oblique || wanted.empty() || std::find(wanted.begin(), wanted.end(), argument.preposition) != wanted.end()) {
      words.push_back(argument.word);
    }
  }
}

}  // namespace

bool is_joined_to(const Tree& tree, int word, const FrameCondition& condition) {
  if (!tree.has_relation(word, "conj")) return false;
  return std::find(condition.lemmas.begin(), condition.lemmas.end(), tree[tree[word].head].lemma) != condition.lemmas.end();
}

std::vector<int> words_at(const Tree& tree, const Predicate& predicate, const SlotPath& path) {
  std::vector<int> words;
  append_step(predicate, path.steps.front(), words);
  for (std::size_t i = 1; i < path.steps.size(); ++i) {
    std::vector<int> next;
    for (const int word : words) append_step(predicate_at(tree, word), path.steps[i], next);
    words = std::move(next);
  }
  return words;
}

Result<FrameTable> FrameTable::open(const std::string& rules_dir) {
  auto sets = read_sets(rules_dir + "/sets.tsv");
  if (!sets) return sets.error();
  auto table = read_tsv(rules_dir + "/frames.tsv");
  if (!table) return table.error();
  const auto columns = columns_of(*table);
  if (!columns) return columns.error();
  FrameTable frames;
  std::unordered_set<std::string> names;
  for (const TsvRow& row : table->rows) {
    auto frame = read_frame(*table, row, *columns, *sets);
    if (!frame) return frame.error();
    if (!names.insert(frame->rule).second) return Error{ErrorCode::bad_data, message(*table, row, fmt::format("the rule `{}` is there twice", frame->rule))};
    if (frame->lemmas == std::vector<std::string>{"*"}) frame->lemmas = {learned_key(frame->type)};
    frames.frames_.push_back(std::move(*frame));
  }
  for (const Frame& frame : frames.frames_) {
    for (const std::string& lemma : frame.lemmas) frames.by_lemma_[key_of(lemma, frame.upos)].push_back(&frame);
  }
  for (auto& [key, list] : frames.by_lemma_) {
    std::stable_sort(list.begin(), list.end(), [](const Frame* a, const Frame* b) { return specificity(*a) > specificity(*b); });
  }
  frames.sets_ = std::move(*sets);
  return frames;
}

std::span<const Frame* const> FrameTable::of(std::string_view lemma, Upos upos) const {
  const auto found = by_lemma_.find(key_of(lemma, upos));
  return found == by_lemma_.end() ? std::span<const Frame* const>() : std::span<const Frame* const>(found->second);
}

std::span<const Frame* const> FrameTable::learned(EventType type, Upos upos) const { return of(learned_key(type), upos); }

const Frame* FrameTable::named(std::string_view rule) const {
  const auto found = std::find_if(frames_.begin(), frames_.end(), [&](const Frame& frame) { return frame.rule == rule; });
  return found == frames_.end() ? nullptr : &*found;
}

bool FrameTable::in_set(std::string_view set, std::string_view lemma) const {
  const auto found = sets_.find(std::string(set));
  return found != sets_.end() && std::find(found->second.begin(), found->second.end(), lemma) != found->second.end();
}

}  // namespace dragoman
