// SPDX-License-Identifier: Apache-2.0
// Written and read by one list of fields, so that the two cannot drift apart. Numbers are base 128, texts have their length in front.
#include "ledger/event_bytes.h"

#include <bit>

#include "ledger/deflate.h"

namespace dragoman {
namespace {

constexpr char kVersion = '1';

class Writer {
 public:
  void number(std::uint64_t value) {
    for (; value >= 128; value >>= 7) bytes_ += static_cast<char>((value & 127) | 128);
    bytes_ += static_cast<char>(value);
  }
  void text(const std::string& value) {
    number(value.size());
    bytes_ += value;
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_{kVersion};
};

// After the first damage everything reads as empty.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {
    if (rest_.empty() || rest_[0] != kVersion) damaged_ = true;
    if (!damaged_) rest_.remove_prefix(1);
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (damaged_ || rest_.empty()) break;
      const auto byte = static_cast<unsigned char>(rest_[0]);
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 127) << shift;
      if (byte < 128) return value;
    }
    damaged_ = true;
    return 0;
  }
  std::string text() {
    const std::uint64_t size = number();
    if (size > rest_.size()) damaged_ = true;
    if (damaged_) return {};
    std::string value(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return value;
  }
  std::size_t count() {  // each item has a byte at least
    const std::uint64_t size = number();
    if (size > rest_.size()) damaged_ = true;
    return damaged_ ? 0 : size;
  }
  bool is_sound() const { return !damaged_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool damaged_ = false;
};

void field(Writer& writer, const std::string& value) { writer.text(value); }
void field(Reader& reader, std::string& value) { value = reader.text(); }
void field(Writer& writer, const int& value) { writer.number(static_cast<std::uint64_t>(value)); }
void field(Reader& reader, int& value) { value = static_cast<int>(reader.number()); }
void field(Writer& writer, const bool& value) { writer.number(value ? 1 : 0); }
void field(Reader& reader, bool& value) { value = reader.number() != 0; }
void field(Writer& writer, const std::uint32_t& value) { writer.number(value); }
void field(Reader& reader, std::uint32_t& value) { value = static_cast<std::uint32_t>(reader.number()); }
void field(Writer& writer, const long& value) { writer.number(static_cast<std::uint64_t>(value)); }
void field(Reader& reader, long& value) { value = static_cast<long>(reader.number()); }
void field(Writer& writer, const double& value) { writer.number(std::bit_cast<std::uint64_t>(value)); }
void field(Reader& reader, double& value) { value = std::bit_cast<double>(reader.number()); }

template <typename E>
void enumerator(Writer& writer, const E& value, E) {
  writer.number(static_cast<std::uint64_t>(value));
}
template <typename E>
void enumerator(Reader& reader, E& value, E last) {
  const std::uint64_t number = reader.number();
  value = number > static_cast<std::uint64_t>(last) ? last : static_cast<E>(number);
}

template <typename T>
void optional_field(Writer& writer, const std::optional<T>& value) {
  writer.number(value ? 1 : 0);
  if (value) field(writer, *value);
}
template <typename T>
void optional_field(Reader& reader, std::optional<T>& value) {
  if (reader.number() != 0) field(reader, value.emplace());
}

template <typename T>
void list(Writer& writer, const std::vector<T>& items) {
  writer.number(items.size());
  for (const T& item : items) field(writer, item);
}
template <typename T>
void list(Reader& reader, std::vector<T>& items) {
  items.resize(reader.count());
  for (T& item : items) field(reader, item);
}

template <typename Way, typename Party>
requires std::is_same_v<std::remove_const_t<Party>, EventParty>
void field(Way& way, Party& party) {
  field(way, party.code);
  field(way, party.name);
  field(way, party.sector);
}

template <typename Way, typename Ref>
requires std::is_same_v<std::remove_const_t<Ref>, ClaimRef>
void field(Way& way, Ref& ref) {
  field(way, ref.report);
  field(way, ref.claim);
  field(way, ref.origin);
}

template <typename Way, typename Root>
requires std::is_same_v<std::remove_const_t<Root>, Origin>
void field(Way& way, Root& origin) {
  field(way, origin.id);
  enumerator(way, origin.kind, RootKind::unknown);
  field(way, origin.text);
  field(way, origin.entity);
  field(way, origin.report);
  field(way, origin.published);
  field(way, origin.certain);
  field(way, origin.rule);
}

template <typename Way, typename Where>
requires std::is_same_v<std::remove_const_t<Where>, Place>
void field(Way& way, Where& place) {
  field(way, place.name);
  field(way, place.country);
  optional_field(way, place.lat);
  optional_field(way, place.lon);
  optional_field(way, place.geonameid);
  field(way, place.span.begin);
  field(way, place.span.end);
}

template <typename Way, typename Linked>
void fields(Way& way, Linked& event) {
  field(way, event.id);
  enumerator(way, event.type, EventType::assault);
  field(way, event.mode);
  list(way, event.actors);
  list(way, event.recipients);
  optional_field(way, event.place);
  for (auto* const text : {&event.begin_date, &event.end_date, &event.time_precision}) field(way, *text);
  list(way, event.claims);
  field(way, event.origins_min);
  field(way, event.origins_max);
  list(way, event.roots);
  list(way, event.why);
  enumerator(way, event.status, EventStatus::retracted);
  field(way, event.status_rule);
  for (auto* const names : {&event.confirmed_by, &event.denied_by, &event.not_denied_by}) list(way, *names);
  optional_field(way, event.first_reported.report);
  field(way, event.first_reported.outlet);
  optional_field(way, event.first_reported.published);
  for (auto* const text : {&event.first_published, &event.last_published}) field(way, *text);
  for (auto* const count : {&event.reports, &event.texts, &event.outlets}) field(way, *count);
}

}  // namespace

std::string event_to_bytes(const LinkedEvent& event) {
  Writer writer;
  fields(writer, event);
  return deflated(writer.take());
}

std::optional<LinkedEvent> event_from_bytes(std::string_view bytes) {
  const std::optional<std::string> plain = inflated(bytes);
  if (!plain) return std::nullopt;
  Reader reader(*plain);
  LinkedEvent event;
  fields(reader, event);
  return reader.is_sound() ? std::optional(std::move(event)) : std::nullopt;
}

}  // namespace dragoman
