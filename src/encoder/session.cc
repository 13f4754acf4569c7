// SPDX-License-Identifier: Apache-2.0
//
// OpenVINO behind one door: nothing of it is seen outside this file, and its exceptions end here.
#include "encoder/session.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <mutex>
#include <openvino/openvino.hpp>

namespace dragoman {
namespace {

constexpr std::array kOutputNames = {"upos", "feats", "arc_dep", "arc_head", "label_dep", "label_head", "ner", "factuality", "hidden"};
static_assert(kOutputNames.size() == kOutputs);

// f32 where the graph is not int8, one thread a run: what makes a sentence's bytes the same beside any other work.
ov::AnyMap configuration(const SessionOptions& options) {
  ov::AnyMap config{ov::hint::inference_precision(ov::element::f32), ov::hint::execution_mode(ov::hint::ExecutionMode::ACCURACY),
                    ov::inference_num_threads(options.threads), ov::num_streams(ov::streams::Num(options.threads)), ov::hint::enable_cpu_pinning(false)};
  if (!options.cache_dir.empty()) config.insert(ov::cache_dir(options.cache_dir));
  return config;
}

// Held while a compiled model is read from the folder or written into it: the runtime writes it in place and maps what it finds, so that a
// second program would meet half a file, or see it cut short under its feet. Where the folder cannot be locked nothing is kept.
class FolderLock {
 public:
  explicit FolderLock(const std::string& folder) : file_(folder.empty() ? -1 : ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (file_ >= 0) held_ = ::flock(file_, LOCK_EX) == 0;
  }
  ~FolderLock() {
    if (file_ >= 0) ::close(file_);
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

  bool held() const { return held_; }

 private:
  int file_;
  bool held_ = false;
};

// One for the process: it loads the CPU plugin when first asked for anything of it.
ov::Core& core() {
  static ov::Core made;
  return made;
}

std::string first_line(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

void set_input(ov::InferRequest& request, const char* name, std::vector<std::int64_t>& values, const ov::Shape& shape) {
  request.set_tensor(name, ov::Tensor(ov::element::i64, shape, values.data()));
}

}  // namespace

struct InferenceSession::Parts {
  ov::CompiledModel model;
  std::mutex mutex;
  std::vector<ov::InferRequest> idle;

  ov::InferRequest take() {
    const std::lock_guard lock(mutex);
    if (idle.empty()) return model.create_infer_request();
    ov::InferRequest request = std::move(idle.back());
    idle.pop_back();
    return request;
  }
  void give_back(ov::InferRequest request) {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(request));
  }
};

InferenceSession::InferenceSession(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
InferenceSession::InferenceSession(InferenceSession&&) noexcept = default;
InferenceSession& InferenceSession::operator=(InferenceSession&&) noexcept = default;
InferenceSession::~InferenceSession() = default;

void InferenceSession::prepare() {
  try {
    core().get_property("CPU", ov::supported_properties);
  } catch (const std::exception&) {}  // `open` meets the same and says so
}

Result<InferenceSession> InferenceSession::open(const std::string& graph, const SessionOptions& options) {
  try {
    auto parts = std::make_unique<Parts>();
    const FolderLock lock(options.cache_dir);
    SessionOptions safe = options;
    if (!lock.held()) safe.cache_dir.clear();
    parts->model = core().compile_model(graph, "CPU", configuration(safe));
    for (const char* name : kOutputNames) parts->model.output(name);  // throws where the graph has no such output
    return InferenceSession(std::move(parts));
  } catch (const std::exception& error) { return Error{ErrorCode::bad_data, fmt::format("{}: {}; install the model again", graph, first_line(error.what()))}; }
}

Status InferenceSession::run(Batch& batch, const std::function<void(const Outputs&)>& use) const {
  try {
    ov::InferRequest request = parts_->take();
    const ov::Shape pieces = {batch.ids.size()}, rows = {batch.sentences, batch.row};
    set_input(request, "input_ids", batch.ids, pieces);
    set_input(request, "casing", batch.casing, pieces);
    set_input(request, "positions", batch.positions, pieces);
    set_input(request, "places", batch.places, pieces);
    set_input(request, "rows", batch.rows, rows);
    set_input(request, "attention_mask", batch.mask, rows);
    set_input(request, "nodes", batch.nodes, {batch.nodes.size()});
    request.infer();
    Outputs outputs;
    std::array<ov::Tensor, kOutputs> tensors;
    for (std::size_t i = 0; i < kOutputs; ++i) {
      tensors[i] = request.get_tensor(kOutputNames[i]);
      outputs[i] = {tensors[i].data<float>(), tensors[i].get_size() / batch.nodes.size()};
    }
    use(outputs);
    parts_->give_back(std::move(request));
    return {};
  } catch (const std::exception& error) { return Error{ErrorCode::internal, "inference failed: " + first_line(error.what())}; }
}

}  // namespace dragoman
