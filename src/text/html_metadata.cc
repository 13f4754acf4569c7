// SPDX-License-Identifier: Apache-2.0
#include "text/html_metadata.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "text/characters.h"
#include "text/dates.h"
#include "text/html_tree.h"
#include "text/json_depth.h"

namespace dragoman {
namespace {

using Json = nlohmann::json;

// What a page says, by the name that it says it under; the first wins.
struct Said {
  std::map<std::string, std::string> meta;
  std::string title, heading, canonical, time;
  std::vector<std::string> json_ld;
};

void keep_first(std::string& slot, std::string value) {
  if (slot.empty()) slot = std::move(value);
}

void note_meta(const GumboNode* node, Said& said) {
  std::string value(attribute(node, "content"));
  if (value.empty()) return;
  for (const char* key : {"property", "name", "itemprop"}) {
    const std::string name = lower_ascii(attribute(node, key));
    if (!name.empty()) said.meta.try_emplace(name, value);
  }
}

void note_element(const GumboNode* node, Said& said) {
  const GumboTag tag = node->v.element.tag;
  if (tag == GUMBO_TAG_META) note_meta(node, said);
  if (tag == GUMBO_TAG_TITLE) keep_first(said.title, text_below(node));
  if (tag == GUMBO_TAG_H1) keep_first(said.heading, text_below(node));
  if (tag == GUMBO_TAG_TIME) keep_first(said.time, std::string(attribute(node, "datetime")));
  if (tag == GUMBO_TAG_LINK && lower_ascii(attribute(node, "rel")) == "canonical") keep_first(said.canonical, std::string(attribute(node, "href")));
  if (attribute(node, "itemprop") == "datePublished" && tag != GUMBO_TAG_META) {
    const std::string_view time = attribute(node, "datetime");
    said.meta.try_emplace("datepublished", time.empty() ? text_below(node) : std::string(time));
  }
  if (tag == GUMBO_TAG_SCRIPT && lower_ascii(attribute(node, "type")) == "application/ld+json" && node->v.element.children.length > 0) {
    const auto* child = static_cast<const GumboNode*>(node->v.element.children.data[0]);
    if (child->type == GUMBO_NODE_TEXT) said.json_ld.emplace_back(child->v.text.text);
  }
}

void listen(const GumboNode* node, Said& said) {
  if (!is_element(node)) return;
  note_element(node, said);
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) listen(static_cast<const GumboNode*>(children.data[i]), said);
}

std::string string_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_string()) return found->get<std::string>();
  if (found->is_object()) return string_at(*found, "name");
  if (found->is_array() && !found->empty() && found->front().is_object()) return string_at(found->front(), "name");
  return {};
}

// An article may be the object itself, one of a list, or one of "@graph".
void hear_json_ld(const Json& value, Report& report, int depth = 0) {
  if (depth > 3) return;
  if (value.is_array()) {
    for (const Json& item : value) hear_json_ld(item, report, depth + 1);
  }
  if (!value.is_object()) return;
  if (value.contains("@graph")) hear_json_ld(value["@graph"], report, depth + 1);
  std::string type = string_at(value, "@type");
  if (value.contains("@type") && value["@type"].is_array() && !value["@type"].empty() && value["@type"][0].is_string()) type = value["@type"][0];
  if (type.find("Article") == std::string::npos && type.find("Posting") == std::string::npos) return;
  keep_first(report.title, string_at(value, "headline"));
  keep_first(report.published, string_at(value, "datePublished"));
  keep_first(report.outlet, string_at(value, "publisher"));
  keep_first(report.url, string_at(value, "url"));
}

std::string first_of(const Said& said, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (const auto found = said.meta.find(name); found != said.meta.end()) return found->second;
  }
  return {};
}

// "Talks resume - The Daily Post" loses the outlet.
std::string without_site(std::string title, const std::string& outlet) {
  if (outlet.empty()) return title;
  for (const std::string_view mark : {" - ", " | ", " – ", " — "}) {
    const std::string tail = std::string(mark) + outlet;
    if (title.size() > tail.size() && title.ends_with(tail)) return title.substr(0, title.size() - tail.size());
  }
  return title;
}

}  // namespace

Report metadata_of(const GumboNode* root) {
  Said said;
  listen(root, said);
  Report report;
  for (const std::string& text : said.json_ld) {
    if (json_depth(text) > kDeepestJson) continue;
    const Json value = Json::parse(text, nullptr, false);
    if (!value.is_discarded()) hear_json_ld(value, report);
  }
  keep_first(report.outlet, first_of(said, {"og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site"}));
  keep_first(report.title, first_of(said, {"og:title", "twitter:title", "headline", "dc.title"}));
  keep_first(report.title, said.heading.empty() ? said.title : said.heading);
  report.title = without_site(report.title, report.outlet);
  collapse_spaces(report.title);
  keep_first(report.published, first_of(said, {"article:published_time", "datepublished", "og:published_time", "parsely-pub-date", "publish-date", "pubdate",
                                               "publishdate", "date", "dc.date", "dc.date.issued", "sailthru.date", "article.published", "dcterms.created"}));
  keep_first(report.published, said.time);
  const auto published = normalise_published(report.published);
  report.published = published ? *published : std::string();
  if (!said.canonical.empty()) report.url = said.canonical;
  keep_first(report.url, first_of(said, {"og:url"}));
  return report;
}

}  // namespace dragoman
