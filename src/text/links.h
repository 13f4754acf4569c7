// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace dragoman {

// Bytes of a URL, host name, file name, e-mail address or @name at the beginning of a chunk without white space; 0 for none.
// Marks that end the sentence or close a bracket around it are not part of it.
std::size_t link_length(std::string_view chunk);
// Bytes of an emoticon at the beginning: ":-)", "^_^"; 0 for none.
std::size_t emoticon_length(std::string_view chunk);

}  // namespace dragoman
