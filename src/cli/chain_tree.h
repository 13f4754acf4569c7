// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/selector.h"

namespace dragoman {

// The forest of an event: its origins, under each the reports that rest on it, and under a report those that copied or cite it.
struct TreeNode {
  std::string label, detail;
  bool certain = true;  // false: drawn dashed
  std::vector<TreeNode> children;
};
Result<TreeNode> origin_tree(const Ledger& ledger, const LinkedEvent& event, const EventClaims& claims, const std::string& id);
// A claim: each of its chains from the innermost source outwards.
TreeNode claim_tree(const PlacedClaim& placed);

std::string tree_as_text(const TreeNode& tree);
std::string tree_as_dot(const TreeNode& tree);
std::string tree_as_svg(const TreeNode& tree);

}  // namespace dragoman
