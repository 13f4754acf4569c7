// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace dragoman {

// Small pieces of memory for trees of thousands of nodes that live shortly. From the heap of a program that holds much and runs for long, the nodes
// would lie in holes all over it, and each would be far from the one before. One for each thread.
class Pool {
 public:
  static Pool& of_thread() {
    thread_local Pool pool;
    return pool;
  }
  void* take(std::size_t size) {
    if (size > kLargest) return ::operator new(size);
    Free*& free = free_[slot_of(size)];
    if (free == nullptr) return cut((slot_of(size) + 1) * kStep);
    return std::exchange(free, free->next);
  }
  void give(void* piece, std::size_t size) noexcept {
    if (size > kLargest) return ::operator delete(piece);
    Free*& free = free_[slot_of(size)];
    free = new (piece) Free{free};
  }
  // Once no piece is in use: keeps a little for the next time.
  void clear() noexcept {
    free_.fill(nullptr);
    if (blocks_.size() > kKeptBlocks) blocks_.resize(kKeptBlocks);
    block_ = used_ = 0;
  }

 private:
  static constexpr std::size_t kStep = alignof(std::max_align_t), kLargest = 1024, kBlock = 65536, kKeptBlocks = 16;
  struct Free {
    Free* next;
  };

  static std::size_t slot_of(std::size_t size) { return size == 0 ? 0 : (size - 1) / kStep; }
  void* cut(std::size_t size) {
    if (block_ < blocks_.size() && used_ + size > kBlock) {
      ++block_;
      used_ = 0;
    }
    if (block_ == blocks_.size()) blocks_.push_back(std::make_unique<std::byte[]>(kBlock));
    void* const piece = blocks_[block_].get() + used_;
    used_ += size;
    return piece;
  }

  std::array<Free*, kLargest / kStep> free_{};
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::size_t block_ = 0, used_ = 0;  // where the next piece is cut
};

template <typename T>
struct PoolAllocator {
  using value_type = T;
  PoolAllocator() = default;
  template <typename U>
  PoolAllocator(const PoolAllocator<U>&) noexcept {}  // NOLINT: what containers ask for
  T* allocate(std::size_t count) { return static_cast<T*>(Pool::of_thread().take(count * sizeof(T))); }
  void deallocate(T* items, std::size_t count) noexcept { Pool::of_thread().give(items, count * sizeof(T)); }
  template <typename U>
  bool operator==(const PoolAllocator<U>&) const noexcept {
    return true;
  }
};

}  // namespace dragoman
