// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>

namespace dragoman {

// A page as browsers read it. Owns its bytes: gumbo's tree points into them.
class HtmlTree {
 public:
  explicit HtmlTree(std::string html);
  const GumboNode* root() const { return output_->root; }

 private:
  struct Destroy {
    void operator()(GumboOutput* output) const;
  };
  std::unique_ptr<std::string> html_;
  std::unique_ptr<GumboOutput, Destroy> output_;
};

inline bool is_element(const GumboNode* node) { return node->type == GUMBO_NODE_ELEMENT; }
std::string_view attribute(const GumboNode* node, const char* name);
// Text below a node as it shows: white space runs are one space, scripts left out.
std::string text_below(const GumboNode* node);
void collapse_spaces(std::string& text);

// How deep elements can be nested at most, without building the tree: gumbo's clean-up recurses.
std::size_t nesting_of(std::string_view html);
constexpr std::size_t kDeepestHtml = 3000;

// The page as UTF-8: by its own charset declaration if it is no UTF-8 already; what cannot be converted becomes U+FFFD.
std::string html_as_utf8(std::string_view bytes);

}  // namespace dragoman
