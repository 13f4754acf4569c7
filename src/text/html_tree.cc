// SPDX-License-Identifier: Apache-2.0
#include "text/html_tree.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/utf8.h"
#include "text/characters.h"

namespace dragoman {
namespace {

constexpr std::size_t kCharsetWindow = 2048;

bool is_void(std::string_view tag) {
  static constexpr std::array<std::string_view, 14> kVoid = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                                             "input", "link", "meta", "param", "source", "track", "wbr"};
  return std::find(kVoid.begin(), kVoid.end(), tag) != kVoid.end();
}

bool is_hidden_text(GumboTag tag) {
  return tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_NOSCRIPT || tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_IFRAME;
}

void gather(const GumboNode* node, std::string& text) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) text += node->v.text.text;
  if (!is_element(node) || is_hidden_text(node->v.element.tag)) return;
  if (node->v.element.tag == GUMBO_TAG_BR) text += ' ';
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) gather(static_cast<const GumboNode*>(children.data[i]), text);
}

std::string declared_charset(std::string_view bytes) {
  const std::string head = lower_ascii(bytes.substr(0, kCharsetWindow));
  std::size_t at = head.find("charset=");
  if (at == std::string::npos) return {};
  at = head.find_first_not_of(" \"'", at + 8);
  if (at == std::string::npos) return {};
  return head.substr(at, head.find_first_of(" \"';>/", at) - at);
}

}  // namespace

void HtmlTree::Destroy::operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }

HtmlTree::HtmlTree(std::string html) : html_(std::make_unique<std::string>(std::move(html))) {
  output_.reset(gumbo_parse_with_options(&kGumboDefaultOptions, html_->data(), html_->size()));
}

std::string_view attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

std::string text_below(const GumboNode* node) {
  std::string text;
  gather(node, text);
  collapse_spaces(text);
  return text;
}

void collapse_spaces(std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (is_space(c.value)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out.append(text, at, c.size);
    }
    at += c.size;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  text = std::move(out);
}

std::size_t nesting_of(std::string_view html) {
  std::unordered_map<std::string, std::size_t> open;
  std::size_t depth = 0, deepest = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const bool closes = at + 1 < html.size() && html[at + 1] == '/';
    const std::size_t begin = at + 1 + closes;
    std::size_t end = begin;
    while (end < html.size() && end < begin + 40 &&
           (is_letter(static_cast<unsigned char>(html[end]) & 0x7F) || is_ascii_digit(static_cast<unsigned char>(html[end])) || html[end] == '-'))
      ++end;
    if (end == begin || !is_letter(static_cast<unsigned char>(html[begin]) & 0x7F)) continue;
    const std::string tag = lower_ascii(html.substr(begin, end - begin));
    if (is_void(tag)) continue;
    std::size_t& count = open[tag];
    if (!closes) {
      ++count;
      deepest = std::max(deepest, ++depth);
    } else if (count > 0) {
      --count;
      --depth;
    }
  }
  return deepest;
}

std::string html_as_utf8(std::string_view bytes) {
  const std::string charset = declared_charset(bytes);
  if (is_valid_utf8(bytes) || charset.empty() || charset == "utf-8" || charset == "utf8") return repair_utf8(std::string(bytes)).text;
  UErrorCode status = U_ZERO_ERROR;
  std::string converted(bytes.size() * 3 + 16, '\0');
  const int32_t size = ucnv_convert("UTF-8", charset.c_str(), converted.data(), static_cast<int32_t>(converted.size()), bytes.data(),
                                    static_cast<int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return repair_utf8(std::string(bytes)).text;
  converted.resize(static_cast<std::size_t>(size));
  return converted;
}

}  // namespace dragoman
