// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>

#include "dragoman/event.h"

namespace dragoman {

// An event as the tests of what stands on events need it: KAZ does something to UZB, by one claim, unless it is changed.
struct EventSample {
  LinkedEvent event;

  EventSample(std::string id, EventType type, std::string date) {
    event.id = "E-" + id;
    event.type = type;
    event.begin_date = event.end_date = date;
    event.time_precision = "day";
    event.first_published = event.last_published = std::move(date);
    event.actors = {{"KAZ", "Kazakhstan", "GOV"}};
    event.recipients = {{"UZB", "Uzbekistan", "GOV"}};
    event.claims = {{"R-" + id, "C-" + id, "O-" + id}};
    event.origins_min = event.origins_max = event.reports = event.texts = event.outlets = 1;
  }
  EventSample& by(std::string code, std::string name) {
    event.actors = {{std::move(code), std::move(name), ""}};
    return *this;
  }
  EventSample& to(std::string code, std::string name) {
    event.recipients = {{std::move(code), std::move(name), ""}};
    return *this;
  }
  EventSample& together() {
    event.actors.push_back(event.recipients.front());
    event.recipients.clear();
    return *this;
  }
  EventSample& status(EventStatus status) {
    event.status = status;
    return *this;
  }
  EventSample& dated(std::string date, std::string precision) {
    event.begin_date = event.end_date = std::move(date);
    event.time_precision = std::move(precision);
    return *this;
  }
};

}  // namespace dragoman
