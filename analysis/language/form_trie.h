// A trie over bytes: finds which of many short forms begin at a place, in one walk.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace claimbase {

/// Forms with numbers. Reading is safe from many threads; a walk costs a few steps a byte, whatever the number of
/// forms. Fredkin, "Trie memory", CACM 3(9), 1960.
class FormTrie {
 public:
  using Node = std::uint32_t;
  static constexpr Node kRoot = 0;

  FormTrie();
  /// Several values may have one form. `form` must not be empty.
  void add(std::string_view form, std::uint32_t value);

  /// The node one byte on from `node`; kRoot: no form goes on so.
  [[nodiscard]] Node next(Node node, unsigned char byte) const {
    if (node == kRoot) return first_[byte];
    for (Node child = nodes_[node].child; child != kRoot; child = nodes_[child].sibling) {
      if (nodes_[child].byte == byte) return child;
    }
    return kRoot;
  }
  /// The values of the forms that end here.
  [[nodiscard]] const std::vector<std::uint32_t>& values(Node node) const { return values_[nodes_[node].values]; }

 private:
  struct NodeData {
    unsigned char byte = 0;
    Node child = kRoot;
    Node sibling = kRoot;
    std::uint32_t values = 0;  // index; 0: none
  };
  Node add_child(Node node, unsigned char byte);

  std::array<Node, 256> first_{};  // the root's children
  std::vector<NodeData> nodes_;
  std::vector<std::vector<std::uint32_t>> values_;
};

}  // namespace claimbase
