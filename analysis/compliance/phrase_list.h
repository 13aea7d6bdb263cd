// Cells of data files that hold several phrases or words.
#pragma once

#include <algorithm>
#include <string_view>

namespace claimbase {

namespace phrase_list_detail {

template <class Call>
void for_each_piece(std::string_view cell, std::string_view separator, const Call& call) {
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(separator), cell.size());
    if (end > 0) call(cell.substr(0, end));
    cell.remove_prefix(std::min(end + separator.size(), cell.size()));
  }
}

}  // namespace phrase_list_detail

/// Calls with each phrase of "bij | ter voorkoming van".
template <class Call>
void for_each_phrase(std::string_view cell, const Call& call) {
  phrase_list_detail::for_each_piece(cell, " | ", call);
}

/// Calls with each word of "stress fatigue".
template <class Call>
void for_each_word(std::string_view cell, const Call& call) {
  phrase_list_detail::for_each_piece(cell, " ", call);
}

}  // namespace claimbase
