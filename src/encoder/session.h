// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "dragoman/result.h"

namespace dragoman {

// Inputs of one run: sentences one behind the other, without padding between them (training/ragged.py). Only attention sees them as rows, of
// `row` pieces each.
struct Batch {
  std::size_t sentences = 0, row = 0;
  std::vector<std::int64_t> ids, casing, positions, places;  // [pieces]; a piece's place in its sentence, and in the flattened rows
  std::vector<std::int64_t> rows, mask;                      // [sentences][row]: the pieces of each sentence
  std::vector<std::int64_t> nodes;                           // the pieces whose scores are asked for: [CLS] of a sentence, then its words
};

enum OutputIndex : std::size_t { kUpos, kFeats, kArcDep, kArcHead, kLabelDep, kLabelHead, kNer, kFactuality, kHidden, kOutputs };

// One output of a run, valid during the callback: [nodes][row], flat.
struct OutputView {
  const float* values = nullptr;
  std::size_t row = 0;
};
using Outputs = std::array<OutputView, kOutputs>;

struct SessionOptions {
  int threads = 1;
  std::string cache_dir;  // empty: the compiled model is not kept
};

// The compiled model. Thread-safe; as many runs as `threads` compute at once, each on one core.
class InferenceSession {
 public:
  // Loads the runtime's libraries, which needs no model; `open` does what is left of it. May run beside anything.
  static void prepare();
  static Result<InferenceSession> open(const std::string& graph, const SessionOptions& options);
  InferenceSession(InferenceSession&&) noexcept;
  InferenceSession& operator=(InferenceSession&&) noexcept;
  ~InferenceSession();

  // Computes a batch and hands its outputs to `use`.
  Status run(Batch& batch, const std::function<void(const Outputs&)>& use) const;

 private:
  struct Parts;
  explicit InferenceSession(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace dragoman
