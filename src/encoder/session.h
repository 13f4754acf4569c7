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

// Inputs of one run: `size` sentences, all padded to `pieces` and `words`.
struct Batch {
  std::size_t size = 0, pieces = 0, words = 0;
  std::vector<std::int64_t> ids, casing, mask;  // [size][pieces]
  std::vector<std::int64_t> starts;             // [size][words]
};

enum OutputIndex : std::size_t { kUpos, kFeats, kArcs, kLabels, kNer, kFactuality, kHidden, kOutputs };

// One output of a run, valid during the callback: [size][words][row], flat.
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
