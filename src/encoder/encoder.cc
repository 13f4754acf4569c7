// SPDX-License-Identifier: Apache-2.0
//
// Sentences are padded to one of a few lengths and computed several at a time. The length depends on the sentence alone, and a
// row's arithmetic does not depend on the other rows of its batch, so a sentence's scores are the same bytes whatever is
// encoded beside it (encoder_test.cc holds this). Padding to the longest sentence of a batch would not do: the order in which
// attention adds up changes with the length, and int8 rounding makes that visible.
#include "encoder/encoder.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <numeric>
#include <thread>

#include "encoder/model_files.h"
#include "encoder/session.h"
#include "encoder/subwords.h"

namespace dragoman {
namespace {

// Larger batches are no faster and take more memory; sizes are powers of two, so that there are few shapes to prepare.
constexpr std::size_t kLargestBatch = 4;
constexpr std::size_t kBatchPieces = 256;

// A sentence as the model takes it.
struct CutSentence {
  std::vector<std::int64_t> ids, casing, starts;
  std::size_t padded = 0;  // pieces with padding
};

// Steps of 16: finer ones save less padding than preparing more shapes costs (measured on EWT dev, 8,000 words).
std::size_t padded_length(std::size_t pieces) {
  const std::size_t step = pieces <= 128 ? 16 : 32;
  return (pieces + step - 1) / step * step;
}

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
  sentence.padded = padded_length(sentence.ids.size());
  return sentence;
}

// How many of the next sentences go into one batch: they are of equal length.
std::size_t batch_size(std::span<const std::size_t> next, const std::vector<CutSentence>& sentences) {
  const std::size_t padded = sentences[next.front()].padded;
  std::size_t size = 1;
  while (2 * size <= kLargestBatch && 2 * size <= next.size() && 2 * size * padded <= kBatchPieces && sentences[next[2 * size - 1]].padded == padded) {
    size *= 2;
  }
  return size;
}

Batch batch_of(std::span<const std::size_t> members, const std::vector<CutSentence>& sentences) {
  Batch batch;
  batch.size = members.size();
  batch.pieces = sentences[members.front()].padded;
  for (const std::size_t i : members) batch.words = std::max(batch.words, sentences[i].starts.size());
  batch.words = padded_length(batch.words);
  batch.ids.resize(batch.size * batch.pieces);
  batch.casing.resize(batch.ids.size());
  batch.mask.resize(batch.ids.size());
  batch.starts.resize(batch.size * batch.words);
  for (std::size_t row = 0; row < members.size(); ++row) {
    const CutSentence& sentence = sentences[members[row]];
    const auto at = static_cast<std::ptrdiff_t>(row * batch.pieces);
    std::copy(sentence.ids.begin(), sentence.ids.end(), batch.ids.begin() + at);
    std::copy(sentence.casing.begin(), sentence.casing.end(), batch.casing.begin() + at);
    std::fill_n(batch.mask.begin() + at, sentence.ids.size(), 1);
    std::copy(sentence.starts.begin(), sentence.starts.end(), batch.starts.begin() + static_cast<std::ptrdiff_t>(row * batch.words));
  }
  return batch;
}

// The first `keep` numbers of each of the first `words` rows of sentence `index`.
Scores rows_of(const OutputView& view, std::size_t index, const Batch& batch, std::size_t words, std::size_t keep) {
  Scores scores(words * keep);
  const float* from = view.values + index * batch.words * view.row;
  for (std::size_t word = 0; word < words; ++word) std::copy_n(from + word * view.row, keep, scores.data() + word * keep);
  return scores;
}

EncodedSentence scores_of(const Outputs& outputs, std::size_t index, const Batch& batch, std::size_t words) {
  const auto whole = [&](OutputIndex output) { return rows_of(outputs[output], index, batch, words, outputs[output].row); };
  const std::size_t classes = outputs[kLabels].row / (batch.words + 1);
  return {words,
          whole(kUpos),
          whole(kFeats),
          rows_of(outputs[kArcs], index, batch, words, words + 1),
          rows_of(outputs[kLabels], index, batch, words, (words + 1) * classes),
          whole(kNer),
          whole(kFactuality),
          whole(kHidden)};
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
  std::optional<WordHead> event_head, argument_head;

  void encode_batch(std::span<const std::size_t> members, const std::vector<CutSentence>& cuts, std::vector<EncodedSentence>& encoded) const;
};

// A batch that fails (no memory) leaves its sentences without scores.
void Encoder::Parts::encode_batch(std::span<const std::size_t> members, const std::vector<CutSentence>& cuts, std::vector<EncodedSentence>& encoded) const {
  Batch batch = batch_of(members, cuts);
  const Status done = session.run(batch, [&](const Outputs& outputs) {
    for (std::size_t row = 0; row < members.size(); ++row) { encoded[members[row]] = scores_of(outputs, row, batch, cuts[members[row]].starts.size()); }
  });
  if (!done) {
    for (const std::size_t i : members) encoded[i] = {};
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
  auto event_head = head_at(files->event_head), argument_head = head_at(files->argument_head);
  if (!event_head) return event_head.error();
  if (!argument_head) return argument_head.error();
  return Encoder(
      std::make_unique<Parts>(Parts{std::move(*files), std::move(*subwords), std::move(*session), std::move(*event_head), std::move(*argument_head)}));
}

std::vector<EncodedSentence> Encoder::encode(std::span<const std::vector<std::string_view>> sentences) const {
  std::vector<CutSentence> cuts;
  cuts.reserve(sentences.size());
  for (const auto& words : sentences) cuts.push_back(cut(words, parts_->subwords));
  std::vector<std::size_t> order(sentences.size());
  std::iota(order.begin(), order.end(), 0);
  std::erase_if(order, [&](std::size_t i) { return cuts[i].starts.empty(); });
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return cuts[a].padded < cuts[b].padded; });

  std::vector<EncodedSentence> encoded(sentences.size());
  for (std::size_t first = 0; first < order.size();) {
    const std::size_t size = batch_size(std::span(order).subspan(first), cuts);
    parts_->encode_batch(std::span(order).subspan(first, size), cuts, encoded);
    first += size;
  }
  return encoded;
}

const EncoderLabels& Encoder::labels() const { return parts_->files.labels; }
EventHeads Encoder::event_heads() const {
  const auto pointer = [](const std::optional<WordHead>& head) { return head ? &*head : nullptr; };
  return {pointer(parts_->event_head), pointer(parts_->argument_head)};
}
const std::string& Encoder::model_hash() const { return parts_->files.hash; }

std::size_t Encoder::piece_count(std::string_view word) const {
  std::vector<std::int64_t> ids;
  return parts_->subwords.append_pieces(word, ids);
}

}  // namespace dragoman
