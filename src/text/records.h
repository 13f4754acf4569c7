// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "dragoman/report.h"
#include "dragoman/result.h"

namespace dragoman {

// One JSON object as a report: Dragoman's own fields (id, text or html, title, outlet, url, published, language), PLOVER's and NGEC's (event_text,
// pub_date, publisher, headline, story_id) and those of IPTC ninjs (uri, body_text, body_xhtml, versioncreated, headlines, bodies). Invalid UTF-8 becomes
// U+FFFD. Errors name the field.
Result<Report> report_from_record(std::string json);

}  // namespace dragoman
