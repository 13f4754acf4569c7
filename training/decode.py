# SPDX-License-Identifier: Apache-2.0
"""Scores to trees and names, as the C++ side decodes them: one root, no cycles; BIO tags by Viterbi."""
import numpy as np


def find_cycle(heads):
    """Nodes of a cycle in `heads` (node 0 is the root), or an empty list."""
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        path, node = [], start
        while node and not state[node]:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if node and state[node] == 1 and node in path:
            return path[path.index(node):]
        for n in path:
            state[n] = 2
    return []


def best_tree(scores):
    """Maximum spanning arborescence (Chu-Liu, Edmonds): scores[dependent, head], node 0 the root; heads of all nodes."""
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads.tolist())
    if not cycle:
        return heads
    return contract(scores, heads, cycle)


def contract(scores, heads, cycle):
    outside = [n for n in range(len(scores)) if n not in set(cycle)]
    merged = len(outside)
    inner = np.full((merged + 1, merged + 1), -np.inf)
    inner[:merged, :merged] = scores[np.ix_(outside, outside)]
    into = scores[np.ix_(cycle, outside)] - scores[cycle, heads[cycle]][:, None]
    out_of = scores[np.ix_(outside, cycle)]
    inner[merged, :merged], inner[:merged, merged] = into.max(0), out_of.max(1)
    solved = best_tree(inner)
    result = heads.copy()
    for k, node in enumerate(outside):
        head = solved[k]
        result[node] = cycle[out_of[k].argmax()] if head == merged else outside[head]
    entry = into[:, solved[merged]].argmax()
    result[cycle[entry]] = outside[solved[merged]]
    result[0] = 0
    return result


def single_root_tree(arcs):
    """Heads (0 the root) of each word by arcs[word, 1 + word]; exactly one word has head 0."""
    count = len(arcs)
    scores = np.full((count + 1, count + 1), -np.inf)
    scores[1:] = arcs
    heads = best_tree(scores)
    roots = [w for w in range(1, count + 1) if heads[w] == 0]
    if len(roots) == 1:
        return heads[1:]
    best, best_score = None, -np.inf
    for root in roots:
        forced = scores.copy()
        forced[1:, 0] = -np.inf
        forced[root, :] = -np.inf
        forced[root, 0] = scores[root, 0]
        tried = best_tree(forced)
        score = scores[np.arange(1, count + 1), tried[1:]].sum()
        if score > best_score:
            best, best_score = tried, score
    return best[1:] if best is not None else heads[1:]


def transitions(labels):
    """0 where a tag may follow another, -inf where it may not: I-X only after B-X or I-X."""
    allowed = np.zeros((len(labels), len(labels)))
    for j, tag in enumerate(labels):
        if tag.startswith("I-"):
            allowed[:, j] = [0 if before[2:] == tag[2:] and before != "O" else -np.inf for before in labels]
    return allowed


def viterbi(scores, labels):
    """The best legal tag sequence of scores[words, tags]."""
    allowed = transitions(labels)
    best = scores[0] + np.array([-np.inf if tag.startswith("I-") else 0 for tag in labels])
    back = []
    for row in scores[1:]:
        via = best[:, None] + allowed
        back.append(via.argmax(0))
        best = via.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return [labels[i] for i in reversed(path)]
