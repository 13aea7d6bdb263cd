#include "analysis/language/form_trie.h"

namespace claimbase {

FormTrie::FormTrie() : nodes_(1), values_(1) {}

FormTrie::Node FormTrie::add_child(Node node, unsigned char byte) {
  const auto made = static_cast<Node>(nodes_.size());
  nodes_.push_back({byte, kRoot, node == kRoot ? kRoot : nodes_[node].child, 0});
  if (node == kRoot) {
    first_[byte] = made;
  } else {
    nodes_[node].child = made;
  }
  return made;
}

void FormTrie::add(std::string_view form, std::uint32_t value) {
  Node node = kRoot;
  for (const char c : form) {
    const auto byte = static_cast<unsigned char>(c);
    const Node known = next(node, byte);
    node = known == kRoot ? add_child(node, byte) : known;
  }
  if (nodes_[node].values == 0) {
    nodes_[node].values = static_cast<std::uint32_t>(values_.size());
    values_.emplace_back();
  }
  values_[nodes_[node].values].push_back(value);
}

}  // namespace claimbase
