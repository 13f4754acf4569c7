// SPDX-License-Identifier: Apache-2.0
#include "text/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "text/characters.h"
#include "text/dates.h"
#include "text/html_metadata.h"
#include "text/html_tree.h"

namespace dragoman {
namespace {

constexpr double kMostOfText = 0.7;        // what the main element holds of all good paragraphs
constexpr double kLargestDropped = 0.5;    // a part with more of the page's paragraphs than this is not dropped for its name
constexpr std::size_t kShortestGood = 40;  // characters of a paragraph that counts
constexpr double kLinkShare = 0.5;         // a block with more of its text in links is navigation

bool is_dropped_tag(GumboTag tag) {
  static constexpr std::array kTags = {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NAV,    GUMBO_TAG_ASIDE,
                                       GUMBO_TAG_FOOTER, GUMBO_TAG_FORM,  GUMBO_TAG_BUTTON,   GUMBO_TAG_SVG,      GUMBO_TAG_IFRAME, GUMBO_TAG_SELECT,
                                       GUMBO_TAG_FIGURE, GUMBO_TAG_TABLE, GUMBO_TAG_TEXTAREA, GUMBO_TAG_OBJECT,   GUMBO_TAG_VIDEO,  GUMBO_TAG_AUDIO,
                                       GUMBO_TAG_CANVAS, GUMBO_TAG_HEAD,  GUMBO_TAG_TITLE};
  return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

// Words of class, id and role that name what is not the report.
bool is_dropped_name(std::string_view names) {
  static constexpr std::array<std::string_view, 43> kNames = {
      "nav",           "navbar",   "navigation", "menu",       "footer",      "sidebar",  "related",    "recommended", "recommendations", "share",    "sharing",
      "social",        "cookie",   "cookies",    "consent",    "comment",     "comments", "newsletter", "subscribe",   "subscription",    "promo",    "advert",
      "advertisement", "ad",       "ads",        "breadcrumb", "breadcrumbs", "popup",    "modal",      "outbrain",    "taboola",         "tags",     "toolbar",
      "paywall",       "trending", "most",       "disqus",     "signup",      "login",    "hidden",     "caption",     "widget",          "copyright"};
  std::string word;
  const auto named = [&] { return std::find(kNames.begin(), kNames.end(), word) != kNames.end(); };
  for (const char c : names) {
    if (is_letter(static_cast<unsigned char>(c) & 0x7F)) {
      word += static_cast<char>(c | 32);
    } else {
      if (named()) return true;
      word.clear();
    }
  }
  return named();
}

bool is_block(GumboTag tag) {
  static constexpr std::array kTags = {GUMBO_TAG_P,      GUMBO_TAG_DIV,     GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_MAIN, GUMBO_TAG_BLOCKQUOTE,
                                       GUMBO_TAG_PRE,    GUMBO_TAG_LI,      GUMBO_TAG_UL,      GUMBO_TAG_OL,      GUMBO_TAG_H1,   GUMBO_TAG_H2,
                                       GUMBO_TAG_H3,     GUMBO_TAG_H4,      GUMBO_TAG_H5,      GUMBO_TAG_H6,      GUMBO_TAG_BODY, GUMBO_TAG_HTML,
                                       GUMBO_TAG_DL,     GUMBO_TAG_DD,      GUMBO_TAG_DT,      GUMBO_TAG_HEADER,  GUMBO_TAG_HR,   GUMBO_TAG_ADDRESS,
                                       GUMBO_TAG_CENTER, GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY};
  return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

// A run of text between the edges of block elements.
struct Block {
  std::string text;
  std::size_t link_bytes = 0;
  std::size_t part = 0;  // the block element that it stands in
  GumboTag tag = GUMBO_TAG_DIV;

  bool is_good() const { return text.size() >= kShortestGood && static_cast<double>(link_bytes) <= kLinkShare * static_cast<double>(text.size()); }
};

// A block element in the order of the page; its blocks and those below it are [first_block, last_block).
struct Part {
  const GumboNode* node = nullptr;
  std::size_t parent = 0, first_block = 0, last_block = 0;
  std::size_t good_bytes = 0;
};

class PageText {
 public:
  explicit PageText(const GumboNode* root) {
    parts_.push_back({root, 0, 0, 0, 0});
    visit(root, 0, false);
    flush(0);
    parts_[0].last_block = blocks_.size();
    measure();
  }

  std::string main_text(std::string_view title) const {
    const std::size_t main = main_part();
    std::string text;
    for (std::size_t i = parts_[main].first_block; i < parts_[main].last_block; ++i) {
      if (!is_kept(i, main) || blocks_[i].text == title) continue;
      if (!text.empty()) text += '\n';
      text += blocks_[i].text;
    }
    return text;
  }

 private:
  void visit(const GumboNode* node, std::size_t part, bool in_link) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
      pending_.text += node->v.text.text;
      if (in_link) pending_.link_bytes += std::string_view(node->v.text.text).size();
    }
    if (!is_element(node) || is_dropped_tag(node->v.element.tag)) return;
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_BR) pending_.text += ' ';
    const bool block = is_block(tag) && node != parts_[0].node;
    if (block) {
      flush(part);
      parts_.push_back({node, part, blocks_.size(), 0, 0});
      part = parts_.size() - 1;
    }
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) visit(static_cast<const GumboNode*>(children.data[i]), part, in_link || tag == GUMBO_TAG_A);
    if (block) {
      flush(part);
      parts_[part].last_block = blocks_.size();
    }
  }

  void flush(std::size_t part) {
    collapse_spaces(pending_.text);
    if (!pending_.text.empty()) {
      pending_.part = part;
      pending_.tag = parts_[part].node->v.element.tag;
      blocks_.push_back(std::move(pending_));
    }
    pending_ = {};
  }

  void measure() {
    for (const Block& block : blocks_) {
      if (block.is_good()) parts_[block.part].good_bytes += block.text.size();
    }
    for (std::size_t i = parts_.size(); i-- > 1;) parts_[parts_[i].parent].good_bytes += parts_[i].good_bytes;
    dropped_.resize(parts_.size());
    const double all = static_cast<double>(parts_[0].good_bytes);
    for (std::size_t i = 1; i < parts_.size(); ++i) {
      const GumboNode* node = parts_[i].node;
      const bool named = is_dropped_name(attribute(node, "class")) || is_dropped_name(attribute(node, "id")) || is_dropped_name(attribute(node, "role"));
      const bool hidden = gumbo_get_attribute(&node->v.element.attributes, "hidden") != nullptr || attribute(node, "aria-hidden") == "true";
      dropped_[i] = dropped_[parts_[i].parent] || ((named || hidden) && static_cast<double>(parts_[i].good_bytes) <= kLargestDropped * all);
    }
    for (Part& part : parts_) part.good_bytes = 0;
    for (const Block& block : blocks_) {
      if (block.is_good() && !dropped_[block.part]) parts_[block.part].good_bytes += block.text.size();
    }
    for (std::size_t i = parts_.size(); i-- > 1;) parts_[parts_[i].parent].good_bytes += parts_[i].good_bytes;
  }

  // What the page itself calls its article, else the deepest part with most of the text.
  std::size_t main_part() const {
    const double all = static_cast<double>(parts_[0].good_bytes);
    std::size_t best = 0;
    for (std::size_t i = 1; i < parts_.size(); ++i) {
      const GumboNode* node = parts_[i].node;
      const bool says_so = attribute(node, "itemprop") == "articleBody" || node->v.element.tag == GUMBO_TAG_ARTICLE;
      const bool single = node->v.element.tag == GUMBO_TAG_P || node->v.element.tag == GUMBO_TAG_LI || node->v.element.tag == GUMBO_TAG_BLOCKQUOTE;
      const double share = static_cast<double>(parts_[i].good_bytes);
      if (all > 0 && !single && !dropped_[i] && share >= (says_so ? 0.5 : kMostOfText) * all) best = i;
    }
    return best;
  }

  bool is_kept(std::size_t i, std::size_t main) const {
    const Block& block = blocks_[i];
    if (dropped_[block.part] && !dropped_[main]) return false;
    const double links = static_cast<double>(block.link_bytes) / static_cast<double>(block.text.size());
    if (links > kLinkShare) return false;
    if (is_heading(block.tag)) return block.tag != GUMBO_TAG_H1 && has_text_after(i, main);
    return true;
  }
  static bool is_heading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }
  bool has_text_after(std::size_t i, std::size_t main) const {
    return i + 1 < parts_[main].last_block && !is_heading(blocks_[i + 1].tag) && blocks_[i + 1].is_good();
  }

  std::vector<Block> blocks_;
  std::vector<Part> parts_;
  std::vector<bool> dropped_;
  Block pending_;
};

}  // namespace

Result<Report> report_from_html(std::string_view bytes) {
  std::string html = html_as_utf8(bytes);
  if (const std::size_t depth = nesting_of(html); depth > kDeepestHtml) {
    return Error{ErrorCode::bad_input,
                 fmt::format("elements are nested {} deep, more than {}: this is no page of a report; send its text", depth, kDeepestHtml)};
  }
  const HtmlTree tree(std::move(html));
  Report report = metadata_of(tree.root());
  report.text = PageText(tree.root()).main_text(report.title);
  if (report.text.empty()) return Error{ErrorCode::bad_input, "no text is left of this page without its navigation; send the report's text as plain text"};
  return report;
}

}  // namespace dragoman
