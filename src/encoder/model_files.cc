// SPDX-License-Identifier: Apache-2.0
#include "encoder/model_files.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "base/sha256.h"
#include "base/tsv.h"

namespace dragoman {
namespace {

using nlohmann::json;

constexpr std::string_view kFormat = "dragoman.reader-model/2";
constexpr std::array kRequired = {"model.xml", "model.bin", "vocab.txt", "labels.json", "lemmas.tsv"};
constexpr const char* kEventHead = "event_head.bin";        // only models that were taught events
constexpr const char* kArgumentHead = "argument_head.bin";  // have these two
constexpr const char* kCueHead = "cue_head.bin";            // only models that were taught attributions
constexpr const char* kDenialHead = "denial_head.bin";      // only models that were taught denials

Error damaged(const std::string& path, std::string_view why) { return {ErrorCode::bad_data, fmt::format("{}: {}; install the model again", path, why)}; }

Result<std::string> hash_of_file(const std::string& path) {
  const auto hash = sha256_of_file(path);
  if (!hash) return damaged(path, "cannot be read");
  return hex(*hash);
}

Result<json> read_json(const std::string& path) {
  const auto text = read_file(path);
  if (!text) return text.error();
  json value = json::parse(*text, nullptr, false);
  if (!value.is_object()) return damaged(path, "is not a JSON object");
  return value;
}

Result<std::vector<std::string>> names_in(const json& labels, const char* key, const std::string& path) {
  const auto found = labels.find(key);
  if (found == labels.end() || !found->is_array() || found->empty()) return damaged(path, fmt::format("has no list `{}`", key));
  std::vector<std::string> names;
  for (const json& name : *found) {
    if (!name.is_string()) return damaged(path, fmt::format("`{}` holds something else than names", key));
    names.push_back(name.get<std::string>());
  }
  return names;
}

Result<EncoderLabels> read_labels(const std::string& path) {
  const auto content = read_json(path);
  if (!content) return content.error();
  EncoderLabels labels;
  for (auto [key, place] : {std::pair{"upos", &labels.upos}, {"feats", &labels.feats}, {"deprel", &labels.deprel}, {"ner", &labels.ner}}) {
    auto names = names_in(*content, key, path);
    if (!names) return names.error();
    *place = std::move(*names);
  }
  return labels;
}

// Checks each listed file and joins the hashes to one.
Result<std::string> check_files(const std::string& folder, const json& listed) {
  std::string all;
  std::vector<const char*> names(kRequired.begin(), kRequired.end());
  for (const char* head : {kEventHead, kArgumentHead, kCueHead, kDenialHead}) {
    if (listed.contains(head)) names.push_back(head);
  }
  for (const char* name : names) {
    const std::string path = folder + "/" + name;
    const auto expected = listed.find(name);
    if (expected == listed.end() || !expected->is_string()) return damaged(folder + "/config.json", fmt::format("lists no hash of {}", name));
    const auto found = hash_of_file(path);
    if (!found) return found.error();
    if (*found != expected->get<std::string>()) return damaged(path, "is damaged (its SHA-256 is not that of config.json)");
    all += *found;
  }
  return sha256_hex(all);
}

}  // namespace

Result<ModelFiles> read_model_files(const std::string& folder) {
  const std::string config_path = folder + "/config.json";
  const auto config = read_json(config_path);
  if (!config) return Error{ErrorCode::bad_data, fmt::format("no usable reader model in {}: {}", folder, config.error().message)};
  const auto format = config->find("format");
  if (format == config->end() || *format != kFormat) return damaged(config_path, fmt::format("is not of format {}", kFormat));
  const auto listed = config->find("sha256");
  if (listed == config->end() || !listed->is_object()) return damaged(config_path, "has no `sha256`");
  auto hash = check_files(folder, *listed);
  if (!hash) return hash.error();
  auto labels = read_labels(folder + "/labels.json");
  if (!labels) return labels.error();
  const auto path_of = [&](const char* head) { return listed->contains(head) ? folder + "/" + head : std::string(); };
  return ModelFiles{folder + "/model.xml", folder + "/vocab.txt", path_of(kEventHead), path_of(kArgumentHead),
                    path_of(kCueHead),     path_of(kDenialHead),  std::move(*labels),  std::move(*hash)};
}

}  // namespace dragoman
