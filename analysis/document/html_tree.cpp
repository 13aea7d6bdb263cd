#include "analysis/document/html_tree.h"

#include <csetjmp>
#include <cstddef>
#include <ctime>
#include <new>
#include <utility>
#include <vector>

#include "analysis/document/html_node.h"

namespace claimbase::reading {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18U;
constexpr std::size_t kBase = std::size_t{16} << 20U;
constexpr std::size_t kFactor = 64;
constexpr std::uint32_t kBetweenLooks = 1024;  // allocations between two looks at the clock

// The processor's time for this thread: what else the machine does must not change what is read.
std::chrono::nanoseconds spent() {
  std::timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

std::size_t aligned(std::size_t size) {
  constexpr std::size_t kAlign = alignof(std::max_align_t);
  return (size + kAlign - 1) / kAlign * kAlign;
}

// The parser may nest a little deeper than the tags do: what it opens again of formatting, what it implies.
bool is_within(const GumboNode& root, std::size_t nesting) {
  std::vector<std::pair<const GumboNode*, std::size_t>> open{{&root, 1}};
  while (!open.empty()) {
    const auto [node, depth] = open.back();
    open.pop_back();
    if (depth > nesting) return false;
    for (const GumboNode* child : children_of(*node)) {
      if (is_element(*child)) open.emplace_back(child, depth + 1);
    }
  }
  return true;
}

}  // namespace

// Gumbo's memory: given back all at once, so that no destructor of a deep tree recurses. Gumbo does not expect an
// allocation to fail; the way out over a bound is a jump past its frames, which are C and own nothing but this memory.
class HtmlArena {
 public:
  HtmlArena(std::size_t limit, std::chrono::milliseconds time) : limit_(limit), deadline_(spent() + time) {}

  [[nodiscard]] const GumboOutput* parse(std::string_view source) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void* arena, std::size_t size) { return static_cast<HtmlArena*>(arena)->allocate(size); };
    options.deallocator = [](void* arena, void* block) { static_cast<HtmlArena*>(arena)->release(block); };
    options.userdata = this;
    options.max_errors = 0;
    if (setjmp(escape_) != 0) return nullptr;  // NOLINT(cert-err52-cpp): no C++ frame is jumped over
    return gumbo_parse_with_options(&options, source.data(), source.size());
  }

  [[nodiscard]] HtmlFault fault() const { return fault_; }

 private:
  void* allocate(std::size_t size) {
    size = aligned(size);
    if (++count_ % kBetweenLooks == 1 && spent() >= deadline_) leave(HtmlFault::too_slow);
    if (size > left_) {
      const std::size_t chunk = size > kChunk / 4 ? size : kChunk;
      used_ += chunk;
      // A large block is one of its own; the open chunk stays open.
      auto& owner = chunk == size ? large_ : chunks_;
      if (used_ > limit_) leave(HtmlFault::too_complex);
      owner.emplace_back(new (std::nothrow) std::byte[chunk]);
      if (!owner.back()) leave(HtmlFault::too_complex);
      if (chunk == size) return owner.back().get();
      next_ = owner.back().get();
      left_ = chunk;
    }
    last_ = next_;
    next_ += size;
    left_ -= size;
    return last_;
  }

  // The last block can be had again; the others wait for the end.
  void release(void* block) {
    if (block == nullptr || block != last_) return;
    left_ += static_cast<std::size_t>(next_ - last_);
    next_ = last_;
    last_ = nullptr;
  }

  [[noreturn]] void leave(HtmlFault fault) {
    fault_ = fault;
    std::longjmp(escape_, 1);  // NOLINT(cert-err52-cpp)
  }

  std::size_t limit_;
  std::chrono::nanoseconds deadline_;
  std::jmp_buf escape_{};
  HtmlFault fault_ = HtmlFault::none;
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::vector<std::unique_ptr<std::byte[]>> large_;
  std::byte* next_ = nullptr;
  std::byte* last_ = nullptr;
  std::size_t left_ = 0;
  std::size_t used_ = 0;
  std::uint32_t count_ = 0;
};

HtmlTree::HtmlTree() = default;
HtmlTree::~HtmlTree() = default;
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;

HtmlTree parse_html(std::string_view source, std::uint32_t nesting, std::chrono::milliseconds time) {
  HtmlTree tree;
  tree.fault_ = scan_html(source, nesting);
  if (tree.fault_ != HtmlFault::none) return tree;
  tree.arena_ = std::make_unique<HtmlArena>(kBase + kFactor * source.size(), time);
  const GumboOutput* output = tree.arena_->parse(source);
  tree.fault_ = tree.arena_->fault();
  if (output == nullptr) return tree;
  if (is_within(*output->root, std::size_t{2} * nesting + 16)) {
    tree.root_ = output->root;
  } else {
    tree.fault_ = HtmlFault::too_deep;
  }
  return tree;
}

}  // namespace claimbase::reading
