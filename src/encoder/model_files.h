// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "dragoman/result.h"
#include "encoder/encoder.h"

namespace dragoman {

// A model folder that is whole: every file that config.json lists is there with the SHA-256 that it says.
struct ModelFiles {
  std::string graph;                                             // path of model.xml; model.bin is beside it
  std::string vocabulary;                                        // path of vocab.txt
  std::string event_head, argument_head, cue_head, denial_head;  // paths of event_head.bin and so on; empty where the model has none
  EncoderLabels labels;
  std::string hash;  // SHA-256 over the files' hashes
};

// Reads and checks a folder as training/export.py writes it. Errors name the file and what to do.
Result<ModelFiles> read_model_files(const std::string& folder);

}  // namespace dragoman
