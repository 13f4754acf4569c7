// SPDX-License-Identifier: Apache-2.0
// A writer that is killed at any moment: while it makes the file, adds reports or links all anew. The ledger then opens, holds all that the
// writer was told is stored, and adding the same again leads to the same rows. DRAGOMAN_KILLS says how often; else 100 times.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <random>
#include <thread>

#include "unit/ledger/reports_by_hand.h"

namespace dragoman::testing {
namespace {

// Adds all reports and writes one byte for each that it was told is stored.
[[noreturn]] void write_all(const std::string& path, const std::vector<ReadReport>& reports, int acknowledged, bool relinks) {
  Result<Ledger> ledger = Ledger::open(path, Ledger::Mode::read_write);
  if (!ledger) _exit(2);
  for (const ReadReport& report : reports) {
    if (!ledger->add(report)) _exit(3);
    if (write(acknowledged, "+", 1) != 1) _exit(4);
    if (relinks && !ledger->relink()) _exit(5);
  }
  _exit(0);
}

std::size_t bytes_in(int descriptor) {
  char bytes[256];
  std::size_t count = 0;
  for (ssize_t got = 0; (got = read(descriptor, bytes, sizeof bytes)) > 0;) count += static_cast<std::size_t>(got);
  return count;
}

// How many reports the writer had stored when it was killed after `microseconds`.
std::size_t killed_after(std::int64_t microseconds, const std::string& path, const std::vector<ReadReport>& reports, bool relinks) {
  int ends[2];
  EXPECT_EQ(pipe(ends), 0);
  const pid_t writer = fork();
  if (writer == 0) {
    close(ends[0]);
    write_all(path, reports, ends[1], relinks);
  }
  close(ends[1]);
  std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
  kill(writer, SIGKILL);
  int status = 0;
  waitpid(writer, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0) << WEXITSTATUS(status);
  const std::size_t stored = bytes_in(ends[0]);
  close(ends[0]);
  return stored;
}

TEST(LedgerKilled, LosesNothingAndGoesOn) {
  const char* const wanted = std::getenv("DRAGOMAN_KILLS");
  const int kills = wanted == nullptr ? 100 : std::atoi(wanted);
  const std::vector<ReadReport> reports = stories(4, 12);
  TemporaryFolder folder;
  Result<Ledger> plain = Ledger::open(folder.file("plain.db"), Ledger::Mode::read_write);
  for (const ReadReport& report : reports) ASSERT_TRUE(plain->add(report));
  const std::string expected = everything_in(*plain);
  std::mt19937 random(17);
  for (int i = 0; i < kills; ++i) {
    const std::string path = folder.file("k" + std::to_string(i) + ".db");
    const std::int64_t most_us = i % 4 == 0 ? 30000 : i % 4 == 1 ? 150000 : 400000;
    const std::size_t stored = killed_after(static_cast<std::int64_t>(random() % static_cast<unsigned>(most_us)), path, reports, i % 4 == 3);
    Result<Ledger> ledger = Ledger::open(path, Ledger::Mode::read_write);
    ASSERT_TRUE(ledger) << ledger.error().message;
    for (std::size_t k = 0; k < stored; ++k)
      EXPECT_TRUE(*ledger->knows(reports[k].report, reports[k].made_by)) << "report " << k << " of kill " << i << " is lost";
    EXPECT_TRUE(i % 10 != 0 || ledger->verify()->empty());
    for (const ReadReport& report : reports) ASSERT_TRUE(ledger->add(report));
    ASSERT_EQ(everything_in(*ledger), expected) << "kill " << i;
    for (const char* const end : {"", "-wal", "-shm"}) unlink((path + end).c_str());
  }
}

}  // namespace
}  // namespace dragoman::testing
