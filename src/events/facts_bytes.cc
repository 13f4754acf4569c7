// SPDX-License-Identifier: Apache-2.0
// Facts as bytes: "DF1", a hash of what follows, then the fields in one order that both directions share; numbers as LEB128, strings and
// lists behind their lengths. Bytes that were cut, changed or written by another version give none: the hash says so, and every length is
// held against what is left.
#include <bit>
#include <cstring>

#include "events/facts.h"
#include "events/words.h"

namespace dragoman {
namespace {

constexpr std::string_view kVersion = "DF1";
constexpr std::size_t kHeader = 3 + 8;

class Writer {
 public:
  static constexpr bool kReads = false;
  std::string bytes;

  void number(std::uint64_t& value) {
    std::uint64_t rest = value;
    for (; rest >= 0x80; rest >>= 7) bytes += static_cast<char>(rest | 0x80);
    bytes += static_cast<char>(rest);
  }
  void fixed(std::uint64_t& value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i));
  }
  void text(std::string& value) {
    std::uint64_t size = value.size();
    number(size);
    bytes += value;
  }
  std::size_t size_of_list(std::size_t size, std::size_t) {
    std::uint64_t value = size;
    number(value);
    return size;
  }
};

class Parser {
 public:
  static constexpr bool kReads = true;
  explicit Parser(std::string_view bytes) : rest_(bytes) {}
  bool good() const { return good_ && rest_.empty(); }

  void number(std::uint64_t& value) {
    value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) return fail();
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return;
    }
    fail();
  }
  void fixed(std::uint64_t& value, std::size_t size) {
    value = 0;
    if (rest_.size() < size) return fail();
    for (std::size_t i = 0; i < size; ++i) value |= static_cast<std::uint64_t>(static_cast<unsigned char>(rest_[i])) << (8 * i);
    rest_.remove_prefix(size);
  }
  void text(std::string& value) {
    const std::size_t size = size_of_list(0, 1);
    value.assign(rest_.substr(0, size));
    rest_.remove_prefix(size);
  }
  // Each element takes `least` bytes: a length that cannot be is found before anything is allocated.
  std::size_t size_of_list(std::size_t, std::size_t least) {
    std::uint64_t size = 0;
    number(size);
    if (!good_ || size > rest_.size() / least) {
      fail();
      return 0;
    }
    return static_cast<std::size_t>(size);
  }
  void fail() {
    good_ = false;
    rest_ = {};
  }

 private:
  std::string_view rest_;
  bool good_ = true;
};

template <typename Io>
void field(Io& io, std::string& value) {
  io.text(value);
}

template <typename Io>
void field(Io& io, std::uint32_t& value) {
  std::uint64_t wide = value;
  io.fixed(wide, 4);
  value = static_cast<std::uint32_t>(wide);
}

template <typename Io>
void field(Io& io, std::uint64_t& value) {
  io.fixed(value, 8);
}

template <typename Io>
void field(Io& io, double& value) {
  auto bits = std::bit_cast<std::uint64_t>(value);
  io.fixed(bits, 8);
  value = std::bit_cast<double>(bits);
}

template <typename Io>
void field(Io& io, bool& value) {
  std::uint64_t wide = value;
  io.number(wide);
  value = wide != 0;
}

template <typename Io, typename E>
void enumerator(Io& io, E& value, E last) {
  auto wide = static_cast<std::uint64_t>(value);
  io.number(wide);
  if constexpr (Io::kReads) {
    if (wide > static_cast<std::uint64_t>(last)) {
      io.fail();
      wide = 0;
    }
  }
  value = static_cast<E>(wide);
}

template <typename Io, typename T>
void field(Io& io, std::vector<T>& list) {
  const std::size_t size = io.size_of_list(list.size(), 1);
  if constexpr (Io::kReads) list.resize(size);
  for (T& element : list) field(io, element);
}

template <typename Io>
void field(Io& io, Span& span) {
  std::uint64_t begin = span.begin, end = span.end;
  io.number(begin);
  io.number(end);
  span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

template <typename Io, typename T>
void optional_field(Io& io, std::optional<T>& value) {
  bool present = value.has_value();
  field(io, present);
  if (!present) return;
  if (!value) value.emplace();
  field(io, *value);
}

template <typename Io>
void field(Io& io, long& value) {
  auto wide = static_cast<std::uint64_t>(value);
  io.fixed(wide, 8);
  value = static_cast<long>(wide);
}

template <typename Io>
void field(Io& io, Place& place) {
  field(io, place.name);
  field(io, place.country);
  optional_field(io, place.lat);
  optional_field(io, place.lon);
  optional_field(io, place.geonameid);
  field(io, place.span);
}

template <typename Io>
void field(Io& io, PartyFacts& party) {
  enumerator(io, party.role, Role::beneficiary);
  enumerator(io, party.kind, EntityKind::other);
  field(io, party.key);
  field(io, party.code);
  field(io, party.sector);
  field(io, party.name);
}

template <typename Io>
void field(Io& io, HopFacts& hop) {
  field(io, hop.text);
  field(io, hop.key);
  field(io, hop.code);
  field(io, hop.sector);
  enumerator(io, hop.kind, SourceKind::group);
  field(io, hop.named);
  enumerator(io, hop.stance, Stance::retracts);
  field(io, hop.verbatim);
}

template <typename Io>
void field(Io& io, Link& link) {
  enumerator(io, link.type, LinkType::same_event);
  field(io, link.claim);
}

template <typename Io>
void field(Io& io, OutletCitation& citation) {
  field(io, citation.key);
  field(io, citation.text);
  field(io, citation.span);
  field(io, citation.credits);
  field(io, citation.sure);
}

template <typename Io>
void field(Io& io, ClaimFacts& claim) {
  field(io, claim.id);
  enumerator(io, claim.kind, ClaimKind::statement);
  enumerator(io, claim.type, EventType::assault);
  field(io, claim.mode);
  field(io, claim.parties);
  optional_field(io, claim.place);
  field(io, claim.place_is_country);
  field(io, claim.begin_date);
  field(io, claim.end_date);
  enumerator(io, claim.polarity, Polarity::negative);
  enumerator(io, claim.realis, Realis::hypothetical);
  enumerator(io, claim.tense, Tense::future);
  enumerator(io, claim.certainty, Certainty::unspecified);
  field(io, claim.score);
  field(io, claim.chains);
  field(io, claim.links);
  field(io, claim.words);
  field(io, claim.trigger);
}

template <typename Io>
void field(Io& io, ReportFacts& facts) {
  for (std::string* text : {&facts.id, &facts.hash, &facts.outlet, &facts.url, &facts.title, &facts.published, &facts.outlet_key}) field(io, *text);
  for (std::uint32_t& hash : facts.signature) field(io, hash);
  field(io, facts.shingles);
  field(io, facts.sentences);
  field(io, facts.words);
  field(io, facts.citations);
  field(io, facts.retractions);
  field(io, facts.claims);
}

std::string header_of(std::string_view body) {
  Writer writer;
  writer.bytes = kVersion;
  std::uint64_t hash = hash_of(body);
  writer.fixed(hash, 8);
  return writer.bytes;
}

}  // namespace

std::string to_bytes(const ReportFacts& facts) {
  Writer writer;
  ReportFacts copy = facts;  // one list of fields serves both ways, and reading needs to write them
  field(writer, copy);
  return header_of(writer.bytes) + writer.bytes;
}

std::optional<ReportFacts> facts_from_bytes(std::string_view bytes) {
  if (bytes.size() < kHeader || bytes.substr(0, kHeader) != header_of(bytes.substr(kHeader))) return std::nullopt;
  Parser parser(bytes.substr(kHeader));
  ReportFacts facts;
  field(parser, facts);
  if (!parser.good()) return std::nullopt;
  for (ClaimFacts& claim : facts.claims) {
    claim.report = facts.id;
    claim.published = facts.published;
  }
  return facts;
}

}  // namespace dragoman
