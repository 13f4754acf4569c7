// SPDX-License-Identifier: Apache-2.0
//
// Sentences are computed several at a time, one behind the other. All but attention treats each piece by itself, and attention's arithmetic
// depends on the length of its rows, which is one of a few and depends on the sentence alone: so a sentence's scores are the same bytes whatever
// is encoded beside it (encoder_test.cc holds this). A row as long as the longest sentence of a batch would not do: the order in which
// attention adds up changes with the length, and int8 rounding makes that visible.
#include "encoder/encoder.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <numeric>
#include <thread>

#include "encoder/dot.h"
#include "encoder/model_files.h"
#include "encoder/session.h"
#include "encoder/subwords.h"

namespace dragoman {
namespace {

// A batch's pieces, where its sentences are not longer: larger batches are no faster and take more memory.
constexpr std::size_t kBatchPieces = 384;
// Lengths of attention's rows (training/ragged.py has the same).
constexpr std::array<std::size_t, 4> kRows = {32, 64, 128, Encoder::max_pieces() + 2};
// Pieces and nodes are filled up to multiples of these, so that there are few shapes to prepare.
constexpr std::size_t kPiecesStep = 32, kNodesStep = 16;

// A sentence as the model takes it.
struct CutSentence {
  std::vector<std::int64_t> ids, casing, starts;
  std::size_t row = 0;  // the shortest of kRows that holds it
};

CutSentence cut(const std::vector<std::string_view>& words, const Subwords& subwords) {
  CutSentence sentence;
  sentence.ids.push_back(subwords.begin_id());
  sentence.casing.push_back(static_cast<std::int64_t>(Casing::special));
  for (const std::string_view word : words) {
    const std::size_t start = sentence.ids.size();
    subwords.append_pieces(word, sentence.ids);
    if (sentence.ids.size() > Encoder::max_pieces() + 1) {
      sentence.ids.resize(start);
      break;
    }
    sentence.starts.push_back(static_cast<std::int64_t>(start));
    sentence.casing.resize(sentence.ids.size(), static_cast<std::int64_t>(casing_of(word)));
  }
  sentence.ids.push_back(subwords.end_id());
  sentence.casing.push_back(static_cast<std::int64_t>(Casing::special));
  sentence.row = *std::lower_bound(kRows.begin(), kRows.end() - 1, sentence.ids.size());
  return sentence;
}

// How many of the next sentences go into one batch: they have rows of equal length.
std::size_t batch_size(std::span<const std::size_t> next, const std::vector<CutSentence>& sentences) {
  std::size_t size = 0, pieces = 0;
  while (size < next.size() && sentences[next[size]].row == sentences[next.front()].row) {
    pieces += sentences[next[size]].ids.size();
    if (size > 0 && pieces > kBatchPieces) break;
    ++size;
  }
  return size;
}

void append_range(std::vector<std::int64_t>& values, std::size_t first, std::size_t count) {
  values.resize(values.size() + count);
  std::iota(values.end() - static_cast<std::ptrdiff_t>(count), values.end(), static_cast<std::int64_t>(first));
}

void fill_up(std::vector<std::int64_t>& values, std::size_t step) { values.resize((values.size() + step - 1) / step * step); }

Batch batch_of(std::span<const std::size_t> members, const std::vector<CutSentence>& sentences) {
  Batch batch;
  batch.sentences = members.size();
  batch.row = sentences[members.front()].row;
  for (const std::size_t i : members) {
    const CutSentence& sentence = sentences[i];
    const std::size_t begin = batch.ids.size(), size = sentence.ids.size(), row = batch.rows.size();
    batch.ids.insert(batch.ids.end(), sentence.ids.begin(), sentence.ids.end());
    batch.casing.insert(batch.casing.end(), sentence.casing.begin(), sentence.casing.end());
    append_range(batch.positions, 0, size);
    append_range(batch.places, row, size);
    append_range(batch.rows, begin, size);
    batch.mask.resize(row + size, 1);
    batch.rows.resize(row + batch.row);
    batch.mask.resize(row + batch.row);
    batch.nodes.push_back(static_cast<std::int64_t>(begin));
    for (const std::int64_t start : sentence.starts) batch.nodes.push_back(static_cast<std::int64_t>(begin) + start);
  }
  for (auto* values : {&batch.ids, &batch.casing, &batch.positions, &batch.places}) fill_up(*values, kPiecesStep);
  fill_up(batch.nodes, kNodesStep);
  return batch;
}

// The scores of the sentence whose [CLS] is node `first`; `arcs` is where its own are put.
EncodedSentence scores_of(const Outputs& outputs, std::size_t first, std::size_t words, std::vector<float>& arcs) {
  const auto rows = [&](OutputIndex output, std::size_t begin, std::size_t count) {
    return Scores(outputs[output].values + begin * outputs[output].row, count * outputs[output].row);
  };
  const auto of_words = [&](OutputIndex output) { return rows(output, first + 1, words); };
  const std::size_t width = outputs[kArcDep].row;
  const Scores deps = of_words(kArcDep), heads = rows(kArcHead, first, words + 1);
  const Dot dot = best_dot();
  arcs.clear();
  for (std::size_t word = 0; word < words; ++word) {
    for (std::size_t node = 0; node <= words; ++node) {
      const float* head = heads.data() + node * (width + 1);
      arcs.push_back(dot(deps.data() + word * width, head, width) + head[width]);
    }
  }
  return {words,
          of_words(kUpos),
          of_words(kFeats),
          arcs,
          of_words(kNer),
          of_words(kFactuality),
          of_words(kHidden),
          of_words(kLabelDep),
          rows(kLabelHead, first, words + 1)};
}

std::string user_cache_dir() {
  if (const char* folder = std::getenv("XDG_CACHE_HOME"); folder != nullptr && *folder == '/') return std::string(folder) + "/dragoman/model";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/') return std::string(home) + "/.cache/dragoman/model";
  return {};
}

SessionOptions session_options(const EncoderOptions& options) {
  SessionOptions session;
  session.threads = options.threads > 0 ? options.threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  if (!options.cache) return session;
  session.cache_dir = options.cache_dir.empty() ? user_cache_dir() : options.cache_dir;
  std::error_code failed;  // a cache that cannot be written is done without
  if (!session.cache_dir.empty()) std::filesystem::create_directories(session.cache_dir, failed);
  if (failed) session.cache_dir.clear();
  return session;
}

// None where the model has no such head.
Result<std::optional<WordHead>> head_at(const std::string& path) {
  if (path.empty()) return std::optional<WordHead>();
  Result<WordHead> head = WordHead::load(path);
  if (!head) return head.error();
  return std::optional(std::move(*head));
}

}  // namespace

struct Encoder::Parts {
  ModelFiles files;
  Subwords subwords;
  InferenceSession session;
  std::optional<WordHead> event_head, argument_head, cue_head, denial_head;

  void encode_batch(std::span<const std::size_t> members, const std::vector<CutSentence>& cuts, const Use& use) const;
};

void Encoder::Parts::encode_batch(std::span<const std::size_t> members, const std::vector<CutSentence>& cuts, const Use& use) const {
  Batch batch = batch_of(members, cuts);
  const Status done = session.run(batch, [&](const Outputs& outputs) {
    std::vector<float> arcs;
    std::size_t node = 0;
    for (const std::size_t i : members) {
      const std::size_t words = cuts[i].starts.size();
      use(i, scores_of(outputs, node, words, arcs));
      node += words + 1;
    }
  });
  if (!done) {
    for (const std::size_t i : members) use(i, {});
  }
}

Encoder::Encoder(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Encoder::Encoder(Encoder&&) noexcept = default;
Encoder& Encoder::operator=(Encoder&&) noexcept = default;
Encoder::~Encoder() = default;

Result<Encoder> Encoder::open(const std::string& model_dir, const EncoderOptions& options) {
  const auto prepared = std::async(std::launch::async, InferenceSession::prepare);  // while the files are checked
  auto files = read_model_files(model_dir);
  if (!files) return files.error();
  auto subwords = Subwords::load(files->vocabulary);
  if (!subwords) return subwords.error();
  auto session = InferenceSession::open(files->graph, session_options(options));
  if (!session) return session.error();
  auto event_head = head_at(files->event_head), argument_head = head_at(files->argument_head), cue_head = head_at(files->cue_head);
  auto denial_head = head_at(files->denial_head);
  if (!event_head) return event_head.error();
  if (!argument_head) return argument_head.error();
  if (!cue_head) return cue_head.error();
  if (!denial_head) return denial_head.error();
  return Encoder(std::make_unique<Parts>(Parts{std::move(*files), std::move(*subwords), std::move(*session), std::move(*event_head), std::move(*argument_head),
                                               std::move(*cue_head), std::move(*denial_head)}));
}

std::vector<float> EncodedSentence::label_scores(std::size_t word, std::size_t node) const {
  const std::size_t width = label_head.size() / (words + 1), labels = label_dep.size() / (words * (width + 1));
  const float *head = label_head.data() + node * width, *dep = label_dep.data() + word * labels * (width + 1);
  const Dot dot = best_dot();
  std::vector<float> scores(labels);
  for (float& score : scores) {
    score = dot(dep, head, width) + dep[width];
    dep += width + 1;
  }
  return scores;
}

void Encoder::encode(std::span<const std::vector<std::string_view>> sentences, const Use& use) const {
  std::vector<CutSentence> cuts;
  cuts.reserve(sentences.size());
  for (const auto& words : sentences) cuts.push_back(cut(words, parts_->subwords));
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    if (cuts[i].starts.empty()) {
      use(i, {});
    } else {
      order.push_back(i);
    }
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return cuts[a].row < cuts[b].row; });
  for (std::size_t first = 0; first < order.size();) {
    const std::size_t size = batch_size(std::span(order).subspan(first), cuts);
    parts_->encode_batch(std::span(order).subspan(first, size), cuts, use);
    first += size;
  }
}

const EncoderLabels& Encoder::labels() const { return parts_->files.labels; }
WordHeads Encoder::word_heads() const {
  const auto pointer = [](const std::optional<WordHead>& head) { return head ? &*head : nullptr; };
  return {pointer(parts_->event_head), pointer(parts_->argument_head), pointer(parts_->cue_head), pointer(parts_->denial_head)};
}
const std::string& Encoder::model_hash() const { return parts_->files.hash; }

std::size_t Encoder::piece_count(std::string_view word) const {
  std::vector<std::int64_t> ids;
  return parts_->subwords.append_pieces(word, ids);
}

}  // namespace dragoman
