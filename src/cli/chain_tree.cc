// SPDX-License-Identifier: Apache-2.0
#include "cli/chain_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "cli/event_view.h"
#include "cli/svg.h"
#include "cli/words.h"

namespace dragoman {
namespace {

// A report under an origin, and which report of the event it took from.
struct Carrier {
  const ReadReport* report = nullptr;
  std::string origin, parent, how;
  bool certain = true, denies = false;
  std::vector<const Claim*> claims;
};

bool only_denies(const Claim& claim) { return stance_of(claim) == name_of(Stance::denies); }

std::vector<Carrier> carriers_of(const EventClaims& claims) {
  std::vector<Carrier> carriers;
  for (const PlacedClaim& placed : claims.claims()) {
    const bool denies = only_denies(*placed.claim);
    auto found = std::find_if(carriers.begin(), carriers.end(),
                              [&](const Carrier& c) { return c.report == placed.report && c.origin == placed.origin && c.denies == denies; });
    if (found == carriers.end()) {
      carriers.push_back({placed.report, placed.origin, "", "", true, denies, {}});
      found = carriers.end() - 1;
    }
    found->claims.push_back(placed.claim);
  }
  return carriers;
}

Status find_parents(const Ledger& ledger, std::vector<Carrier>& carriers) {
  for (Carrier& carrier : carriers) {
    const Result<std::vector<LineageRow>> edges = ledger.lineage(carrier.report->report.id);
    if (!edges) return edges.error();
    for (const LineageRow& edge : *edges) {
      if (edge.from_report != carrier.report->report.id || edge.kind == "retracts") continue;
      const bool is_inside = std::any_of(carriers.begin(), carriers.end(),
                                         [&](const Carrier& c) { return c.report->report.id == edge.to_report && c.origin == carrier.origin && !c.denies; });
      if (is_inside && carrier.parent.empty()) carrier.parent = edge.to_report;
      if (carrier.how.empty() || is_inside) {
        carrier.how = edge.kind + " " + (edge.to_report.empty() ? edge.to_outlet : edge.to_report);
        carrier.certain = edge.certain;
      }
    }
  }
  return {};
}

TreeNode node_of(const Carrier& carrier) {
  const Report& report = carrier.report->report;
  TreeNode node;
  node.label = printable(fmt::format("{} {}", report.outlet.empty() ? report.id : report.outlet, report.published));
  std::vector<std::string> chains;
  for (const Claim* claim : carrier.claims) {
    for (const Chain& chain : claim->chains) chains.push_back(printable(chain_text(chain)));
  }
  node.detail = printable(carrier.how);
  if (!chains.empty()) node.detail += fmt::format("{}{}", node.detail.empty() ? "" : "; ", fmt::join(chains, " ;; "));
  node.certain = carrier.certain;
  return node;
}

// Reports that took from `parent` (empty: from none of the event), each with those that took from it in turn.
void hang(const std::vector<Carrier>& carriers, const std::string& origin, const std::string& parent, std::set<const Carrier*>& hung, TreeNode& under) {
  for (const Carrier& carrier : carriers) {
    if (carrier.origin != origin || carrier.denies || carrier.parent != parent || !hung.insert(&carrier).second) continue;
    TreeNode node = node_of(carrier);
    hang(carriers, origin, carrier.report->report.id, hung, node);
    under.children.push_back(std::move(node));
  }
}

std::string indented(const TreeNode& node, const std::string& before) {
  std::string text;
  for (const TreeNode& child : node.children) {
    const bool is_last = &child == &node.children.back();
    text += fmt::format("{}{}{}{}\n", before, is_last ? "└─ " : "├─ ", child.certain ? "" : "(perhaps) ", child.label);
    const std::string below = before + (is_last ? "   " : "│  ");
    if (!child.detail.empty()) text += fmt::format("{}{}{}\n", below, child.children.empty() ? "   " : "│  ", child.detail);
    text += indented(child, below);
  }
  return text;
}

std::string dot_quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

void dot_nodes(const TreeNode& node, int& next, std::string& out) {
  const int self = next++;
  out += fmt::format("  n{} [label={}, tooltip={}];\n", self, dot_quoted(node.label), dot_quoted(node.detail));
  for (const TreeNode& child : node.children) {
    out += fmt::format("  n{} -> n{}{};\n", self, next, child.certain ? "" : " [style=dashed]");
    dot_nodes(child, next, out);
  }
}

void flatten(const TreeNode& node, int depth, std::vector<std::pair<int, const TreeNode*>>& rows) {
  rows.emplace_back(depth, &node);
  for (const TreeNode& child : node.children) flatten(child, depth + 1, rows);
}

}  // namespace

Result<TreeNode> origin_tree(const Ledger& ledger, const LinkedEvent& event, const EventClaims& claims, const std::string& id) {
  std::vector<Carrier> carriers = carriers_of(claims);
  if (const Status found = find_parents(ledger, carriers); !found) return found.error();
  TreeNode tree{fmt::format("{} {}", id, gist_of(event)), fmt::format("{}; independent origins: {}", name_of(event.status), origins_in_words(event)), true, {}};
  std::set<const Carrier*> hung;
  for (const Origin& origin : event.roots) {
    TreeNode node{
        printable(origin.text.empty() ? origin.report : origin.text), printable(fmt::format("{}: {}", name_of(origin.kind), origin.rule)), origin.certain, {}};
    hang(carriers, origin.id, "", hung, node);
    tree.children.push_back(std::move(node));
  }
  TreeNode denials{"denied", "a denial is no origin of what it denies", true, {}}, others{"adds no origin", "", true, {}};
  for (const Carrier& carrier : carriers) {
    if (carrier.denies) denials.children.push_back(node_of(carrier));
    else if (hung.count(&carrier) == 0) others.children.push_back(node_of(carrier));
  }
  for (TreeNode* rest : {&others, &denials}) {
    if (!rest->children.empty()) tree.children.push_back(std::move(*rest));
  }
  return tree;
}

TreeNode claim_tree(const PlacedClaim& placed) {
  const Report& report = placed.report->report;
  TreeNode tree{fmt::format("{} “{}”", placed.claim->id, printable(placed.claim->words.text)),
                printable(fmt::format("{} {}", report.outlet, report.published)),
                true,
                {}};
  for (const Chain& chain : placed.claim->chains) {
    TreeNode* under = &tree;
    for (const Hop& hop : chain) {
      const std::string who = hop.source.words.text.empty() ? "(nobody named)" : hop.source.words.text;
      under->children.push_back(
          {printable(who), fmt::format("{}{}{}", name_of(hop.stance), hop.verbatim ? ", in quotation" : "", hop.source.named ? "" : ", unnamed"), true, {}});
      under = &under->children.back();
    }
  }
  if (placed.claim->chains.empty()) tree.children.push_back({printable(report.outlet.empty() ? report.id : report.outlet), "in its own words", true, {}});
  return tree;
}

std::string tree_as_text(const TreeNode& tree) { return fmt::format("{}\n{}\n{}", tree.label, tree.detail, indented(tree, "")); }

std::string tree_as_dot(const TreeNode& tree) {
  std::string nodes;
  int next = 0;
  dot_nodes(tree, next, nodes);
  return "digraph origins {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n" + nodes + "}\n";
}

std::string tree_as_svg(const TreeNode& tree) {
  constexpr int kRow = 44, kStep = 28, kLeft = 16;
  std::vector<std::pair<int, const TreeNode*>> rows;
  flatten(tree, 0, rows);
  Svg svg(960, static_cast<int>(rows.size()) * kRow + 20, tree.label);
  std::vector<int> last_row;  // of each depth
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& [depth, node] = rows[i];
    const int x = kLeft + depth * kStep, y = 24 + static_cast<int>(i) * kRow;
    if (depth > 0) {
      const int from = 24 + last_row[static_cast<std::size_t>(depth) - 1] * kRow;
      svg.line(x - kStep + 6, from + 10, x - kStep + 6, y, !node->certain);
      svg.line(x - kStep + 6, y, x - 4, y, !node->certain);
    }
    last_row.resize(static_cast<std::size_t>(depth));
    last_row.push_back(static_cast<int>(i));
    svg.text(x, y + 4, node->label, depth < 2 ? Svg::Weight::bold : Svg::Weight::plain);
    svg.text(x, y + 20, node->detail, Svg::Weight::small);
  }
  return svg.finish();
}

}  // namespace dragoman
