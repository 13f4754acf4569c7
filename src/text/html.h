// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "dragoman/report.h"
#include "dragoman/result.h"

namespace dragoman {

// The report in a page: title, outlet, URL, publication time from meta elements, JSON-LD, time elements; the main text, a paragraph a line, without
// navigation, asides, related stories, comments, cookie notices, scripts. The main part is the deepest element that holds most of the
// text in paragraphs which are not links; an article of three lines under a long list of teasers can be missed.
// Other charsets than UTF-8 are converted where the page names one. Cost: two passes over the tree.
Result<Report> report_from_html(std::string_view bytes);

}  // namespace dragoman
