// SPDX-License-Identifier: Apache-2.0
#include "cli/relation_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "cli/svg.h"
#include "cli/words.h"

namespace dragoman {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kQuietRun = 3;  // so many periods without events are one line
constexpr int kWidestBar = 40;
constexpr std::size_t kEventsNamed = 8;

struct Quad {
  std::string_view name, words, colour;
};
constexpr std::array<Quad, 4> kQuads = {{{"verbal-cooperation", "verbal coop.", "#8fb8de"},
                                         {"material-cooperation", "material coop.", "#1f4e79"},
                                         {"verbal-conflict", "verbal conf.", "#f0a58f"},
                                         {"material-conflict", "material conf.", "#b00020"}}};

// "2", of origins "1-3".
std::string number_in_words(const Counts& counts, Counting counting) {
  if (counting != Counting::origins || counts.origins_min == counts.origins_max) return fmt::format("{}", number_of(counts, counting));
  return fmt::format("{}-{}", counts.origins_min, counts.origins_max);
}

int most_of(const DyadSeries& series, Counting counting) {
  int most = 0;
  for (const SeriesPeriod& period : series.periods) most = std::max(most, number_of(period.counts(), counting));
  return most;
}

std::string_view arrow(const Relation& relation) { return relation.options.directed ? "→" : "–"; }

std::string some_of(const std::vector<std::string>& ids) {
  const std::size_t shown = std::min(ids.size(), kEventsNamed);
  std::string text = fmt::format("{}", fmt::join(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  return shown < ids.size() ? fmt::format("{} and {} more", text, ids.size() - shown) : text;
}

class RelationPage {
 public:
  RelationPage(const Relation& relation, bool colour) : relation_(relation), colour_(colour) {}

  std::string write() {
    for (const DyadSeries& series : relation_.series) write(series);
    if (!relation_.left_out.empty()) {
      page_ += fmt::format("not counted (denied, retracted, or without a date that fits): {}\n", some_of(relation_.left_out));
    }
    return std::move(page_);
  }

 private:
  Counting counting() const { return relation_.options.counting; }

  void write(const DyadSeries& series) {
    const std::string title = fmt::format("{} {} {}, {} by {}", printable(series.first), arrow(relation_), printable(series.second), name_of(counting()),
                                          name_of(relation_.options.unit));
    page_ += styled(title, Style::bold, colour_) + "\n";
    page_ += fmt::format("{:<12}", "");
    for (const Quad& quad : kQuads) page_ += fmt::format("{:>16}", quad.words);
    page_ += fmt::format("{:>8}\n", "all");
    const int most = most_of(series, counting());
    for (std::size_t i = 0; i < series.periods.size();) {
      std::size_t quiet = i;
      while (quiet < series.periods.size() && series.periods[quiet].events.empty()) ++quiet;
      if (quiet - i >= kQuietRun)
        page_ += styled(fmt::format("{:<12}{} {}s without events\n", "...", quiet - i, name_of(relation_.options.unit)), Style::dim, colour_);
      if (quiet - i >= kQuietRun) i = quiet;
      else line(series.periods[i++], most);
    }
    for (const Shift& shift : series.shifts) write(shift);
    page_ += "\n";
  }

  void line(const SeriesPeriod& period, int most) {
    page_ += fmt::format("{:<12}", period.start);
    for (const Quad& quad : kQuads) page_ += fmt::format("{:>16}", number_in_words(period.counts(quad.name), counting()));
    const Counts all = period.counts();
    const int number = number_of(all, counting());
    const int bar = most <= kWidestBar ? number : static_cast<int>(static_cast<long long>(number) * kWidestBar / most);
    page_ += fmt::format("{:>8}{}{}\n", number_in_words(all, counting()), bar > 0 ? "  " : "", std::string(static_cast<std::size_t>(bar), '#'));
  }

  void write(const Shift& shift) {
    page_ += fmt::format("shift {}  {}: {:.2g} to {:.2g} a {}, probability {:.2f}; {}\n", shift.period, shift.quad.empty() ? "all" : shift.quad, shift.before,
                         shift.rate, name_of(relation_.options.unit), shift.probability, some_of(shift.events));
  }

  const Relation& relation_;
  bool colour_;
  std::string page_;
};

Json json_of_counts(const Counts& counts) {
  return {{"n_reports", counts.reports},
          {"n_claims", counts.claims},
          {"n_events", counts.events},
          {"origins", {{"min", counts.origins_min}, {"max", counts.origins_max}}}};
}

Json json_of_period(const SeriesPeriod& period) {
  Json object = {{"period_start", period.start}, {"counts", json_of_counts(period.counts())}, {"cells", Json::array()}, {"events", period.events}};
  for (const SeriesCell& cell : period.cells) {
    Json one = {{"event_type", name_of(cell.type)}, {"quad_class", quad_of(cell.type)}, {"status", name_of(cell.status)}};
    one.update(json_of_counts(cell.counts));
    object["cells"].push_back(std::move(one));
  }
  return object;
}

Json json_of_shift(const Shift& shift) {
  return {{"period", shift.period},           {"quad_class", shift.quad.empty() ? Json(nullptr) : Json(shift.quad)},
          {"before", shift.before},           {"rate", shift.rate},
          {"probability", shift.probability}, {"events", shift.events}};
}

Json json_of_series(const DyadSeries& series) {
  Json object = {{"first", series.first}, {"second", series.second}, {"periods", Json::array()}, {"shifts", Json::array()}};
  for (const SeriesPeriod& period : series.periods) object["periods"].push_back(json_of_period(period));
  for (const Shift& shift : series.shifts) object["shifts"].push_back(json_of_shift(shift));
  return object;
}

// One series of the picture, its zero at `base`.
class Chart {
 public:
  static constexpr int kLeft = 60, kHeight = 160, kRoom = 230;

  Chart(Svg& svg, const Relation& relation, const DyadSeries& series, int base, int step)
      : svg_(svg), relation_(relation), series_(series), base_(base), step_(step), most_(std::max(1, most_of(series, relation.options.counting))) {}

  void draw() {
    svg_.text(10, base_ - kHeight - 12, fmt::format("{} {} {}", series_.first, arrow(relation_), series_.second), Svg::Weight::bold);
    svg_.text(10, base_ - kHeight + 10, fmt::format("{}", most_), Svg::Weight::small);
    svg_.text(10, base_, "0", Svg::Weight::small);
    svg_.line(kLeft, base_, kLeft + step_ * static_cast<int>(series_.periods.size()), base_);
    int named_until = 0;  // where the last date ends
    for (std::size_t i = 0; i < series_.periods.size(); ++i) {
      bar(series_.periods[i], x_of(i));
      if (x_of(i) < named_until) continue;
      svg_.text(x_of(i), base_ + 16, series_.periods[i].start, Svg::Weight::small);
      named_until = x_of(i) + 80;
    }
    for (const Shift& shift : series_.shifts) mark(shift);
  }

 private:
  int x_of(std::size_t i) const { return kLeft + step_ * static_cast<int>(i); }

  void bar(const SeriesPeriod& period, int x) {
    int y = base_;
    for (const Quad& quad : kQuads) {
      const Counts counts = period.counts(quad.name);
      const int height = number_of(counts, relation_.options.counting) * kHeight / most_;
      if (height == 0) continue;
      y -= height;
      svg_.box(x, y, std::max(1, step_ - 1), height, quad.colour,
               fmt::format("{}, {}: {} {}", period.start, quad.name, number_in_words(counts, relation_.options.counting), name_of(relation_.options.counting)));
    }
  }

  void mark(const Shift& shift) {
    const auto period = std::find_if(series_.periods.begin(), series_.periods.end(), [&](const SeriesPeriod& one) { return one.start == shift.period; });
    const int x = x_of(static_cast<std::size_t>(period - series_.periods.begin()));
    svg_.line(x, base_ - kHeight - 4, x, base_, true);
    svg_.circle(x, base_ - kHeight - 4, 4, "#111",
                fmt::format("{}, {}: {:.2g} to {:.2g}, probability {:.2f}; {}", shift.period, shift.quad.empty() ? "all" : shift.quad, shift.before, shift.rate,
                            shift.probability, some_of(shift.events)));
  }

  Svg& svg_;
  const Relation& relation_;
  const DyadSeries& series_;
  int base_, step_, most_;
};

}  // namespace

std::string view_of(const Relation& relation, bool colour) { return RelationPage(relation, colour).write(); }

std::string json_of(const Relation& relation) {
  Json object = {{"a", relation.a},
                 {"b", relation.b},
                 {"unit", name_of(relation.options.unit)},
                 {"count", name_of(relation.options.counting)},
                 {"directed", relation.options.directed},
                 {"series", Json::array()},
                 {"left_out", relation.left_out}};
  for (const DyadSeries& series : relation.series) object["series"].push_back(json_of_series(series));
  return object.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string picture_of(const Relation& relation) {
  constexpr int kWidth = 900, kTop = 30;
  std::size_t periods = 1;
  for (const DyadSeries& series : relation.series) periods = std::max(periods, series.periods.size());
  const int step = std::clamp(kWidth / static_cast<int>(periods), 1, 40);
  const int width = std::max(kWidth, step * static_cast<int>(periods)) + Chart::kLeft + 20;
  Svg svg(width, kTop + Chart::kRoom * static_cast<int>(relation.series.size()),
          fmt::format("{} and {}: {} by {}", relation.a, relation.b, name_of(relation.options.counting), name_of(relation.options.unit)));
  for (std::size_t i = 0; i < kQuads.size(); ++i) {
    const int x = Chart::kLeft + static_cast<int>(i) * 180;
    svg.box(x, 8, 12, 12, kQuads[i].colour, kQuads[i].name);
    svg.text(x + 18, 19, kQuads[i].name, Svg::Weight::small);
  }
  for (std::size_t i = 0; i < relation.series.size(); ++i) {
    Chart(svg, relation, relation.series[i], kTop + Chart::kRoom * static_cast<int>(i + 1) - 25, step).draw();
  }
  return svg.finish();
}

}  // namespace dragoman
