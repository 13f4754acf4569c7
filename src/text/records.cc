// SPDX-License-Identifier: Apache-2.0
#include "text/records.h"

#include <fmt/format.h>

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "text/dates.h"
#include "text/html.h"
#include "text/json_depth.h"

namespace dragoman {
namespace {

using Json = nlohmann::json;
using Names = std::initializer_list<const char*>;

Error bad(std::string message) { return {ErrorCode::bad_input, std::move(message)}; }

// The first of these fields that is there and not null.
const Json* field(const Json& object, Names names) {
  for (const char* name : names) {
    const auto found = object.find(name);
    if (found != object.end() && !found->is_null()) return &*found;
  }
  return nullptr;
}

std::string list_of(Names names) { return fmt::format("`{}`", fmt::join(names, "`, `")); }

// A string field, or empty. Numbers count as their digits where `numbers` says so, as ids do.
Result<std::string> string_of(const Json& object, Names names, bool numbers = false) {
  const Json* value = field(object, names);
  if (value == nullptr) return std::string();
  if (value->is_string()) return value->get<std::string>();
  if (numbers && value->is_number_integer()) return value->dump();
  return bad(fmt::format("{} is not a string; write it in quotation marks", list_of(names)));
}

// ninjs 2 and 3 hold lists of {"value", ...}: the first value, or the one with this content type.
std::string ninjs_value(const Json& object, const char* name, std::string_view content_type = {}) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_array()) return {};
  for (const Json& item : *found) {
    if (!item.is_object() || !item.contains("value") || !item["value"].is_string()) continue;
    if (content_type.empty()) return item["value"];
    const auto type = item.find("contenttype");
    if (type != item.end() && type->is_string() && type->get<std::string>().find(content_type) != std::string::npos) return item["value"];
  }
  return {};
}

std::string outlet_of(const Json& object) {
  for (const char* name : {"outlet", "publisher", "source", "copyrightholder"}) {
    const auto found = object.find(name);
    if (found == object.end()) continue;
    if (found->is_string()) return *found;
    if (found->is_object() && found->contains("name") && (*found)["name"].is_string()) return (*found)["name"];
  }
  const auto sources = object.find("infosources");
  if (sources == object.end() || !sources->is_array()) return {};
  for (const Json& source : *sources) {
    if (source.is_object() && source.contains("name") && source["name"].is_string()) return source["name"];
  }
  return {};
}

struct Body {
  std::string text, html;
};

Result<Body> body_of(const Json& object) {
  auto text = string_of(object, {"text", "event_text", "body_text"});
  if (!text) return text.error();
  auto html = string_of(object, {"html", "body_xhtml", "body_html"});
  if (!html) return html.error();
  if (text->empty()) *text = ninjs_value(object, "bodies", "text/plain");
  if (text->empty() && html->empty()) *html = ninjs_value(object, "bodies", "html");
  if (text->empty() && html->empty()) {
    const bool is_there = field(object, {"text", "event_text", "body_text", "html"}) != nullptr;
    return bad(is_there ? "the text is empty; leave the record out" : "no text; give it as `text`, or `html`");
  }
  return Body{std::move(*text), std::move(*html)};
}

Status fill(const Json& object, Report& report) {
  struct Wanted {
    std::string Report::*slot;
    Names names;
    bool numbers;
  };
  const Wanted wanted[] = {{&Report::id, {"id", "story_id", "uri"}, true},
                           {&Report::title, {"title", "headline"}, false},
                           {&Report::url, {"url"}, false},
                           {&Report::published, {"published", "pub_date", "versioncreated", "firstcreated"}, true},
                           {&Report::language, {"language"}, false}};
  for (const Wanted& one : wanted) {
    auto value = string_of(object, one.names, one.numbers);
    if (!value) return value.error();
    if (!value->empty()) report.*one.slot = std::move(*value);
  }
  if (report.title.empty()) report.title = ninjs_value(object, "headlines");
  if (std::string outlet = outlet_of(object); !outlet.empty()) report.outlet = std::move(outlet);
  if (report.published.empty()) return {};
  auto published = normalise_published(report.published);
  if (!published) return bad("`published`: " + published.error().message);
  report.published = std::move(*published);
  return {};
}

}  // namespace

Result<Report> report_from_record(std::string json) {
  if (const std::size_t depth = json_depth(json); depth > kDeepestJson)
    return bad(fmt::format("nested {} deep, more than {}; send flat records", depth, kDeepestJson));
  json = repair_utf8(std::move(json)).text;
  Json object;
  try {
    object = Json::parse(json);
  } catch (const Json::exception& error) {
    const std::string_view what = error.what();
    return bad(fmt::format("no JSON: {}; write one object a record", what.substr(std::min(what.find("at line"), what.size()))));
  }
  if (!object.is_object()) return bad(fmt::format("a JSON {} where an object with `id` and `text` is wanted", object.type_name()));
  auto body = body_of(object);
  if (!body) return body.error();
  Report report;
  if (body->text.empty()) {
    auto page = report_from_html(body->html);
    if (!page) return bad("`html`: " + page.error().message);
    report = std::move(*page);
  } else {
    report.text = std::move(body->text);
  }
  if (const Status filled = fill(object, report); !filled) return filled.error();
  return report;
}

}  // namespace dragoman
