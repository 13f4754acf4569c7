// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "dragoman/options.h"
#include "dragoman/result.h"

namespace dragoman {

// Where kb/, rules/ and models/reader are. `named` says who named the folder, for messages: "--data", "DRAGOMAN_DATA".
struct DataFiles {
  std::string kb, rules, model;
  std::string named;
};

// --data > DRAGOMAN_DATA > ../share/dragoman beside the program > the source tree it was built from.
Result<DataFiles> find_data_files(const DataOptions& options);

// Hash over names and bytes of all tables of these folders, in the order of their paths: which rules and facts read a report.
Result<std::string> hash_of_tables(const DataFiles& files);

}  // namespace dragoman
