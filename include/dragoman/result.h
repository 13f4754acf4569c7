// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace dragoman {

// Causes that a caller can act on. One table at each edge maps them to exit, HTTP and Python errors.
enum class ErrorCode {
  usage,      // the call itself is wrong: an option, a date, a selector
  not_found,  // a file, id or rule that does not exist
  bad_input,  // one record or document is unusable; others may be fine
  bad_data,   // rules, knowledge base or model are missing or damaged
  io,         // the operating system refused
  locked,     // the ledger is in use or of another version
  integrity,  // stored data contradicts itself
  internal,   // a broken invariant of ours
};

// `message` is lower case, names the file, line or value, and says what to do.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;
};

// A value or an Error. Absence that is no error is std::optional, not this.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT: implicit, so that functions return either
  Result(Error error) : state_(std::move(error)) {}  // NOLINT

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() {
    assert(*this);
    return std::get<0>(state_);
  }
  const T& operator*() const {
    assert(*this);
    return std::get<0>(state_);
  }
  T* operator->() { return &**this; }
  const T* operator->() const { return &**this; }
  const Error& error() const {
    assert(!*this);
    return std::get<1>(state_);
  }

 private:
  std::variant<T, Error> state_;
};

// Success, or an Error.
class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(Error error) : error_(std::move(error)) {}  // NOLINT: implicit
  explicit operator bool() const { return !error_; }
  const Error& error() const {
    assert(error_);
    return *error_;
  }

 private:
  std::optional<Error> error_;
};

}  // namespace dragoman
