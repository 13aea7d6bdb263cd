// An output stream buffer over a file descriptor that remembers why a write failed: a closed pipe is no error, a full
// disk is.
#pragma once

#include <array>
#include <streambuf>

namespace claimbase {

/// The descriptor is lent: not closed. Signals aside (SIGPIPE must be ignored), safe in one thread.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor);
  ~DescriptorBuffer() override;
  DescriptorBuffer(const DescriptorBuffer&) = delete;
  DescriptorBuffer& operator=(const DescriptorBuffer&) = delete;

  /// errno of the write that failed; 0: none did.
  [[nodiscard]] int error() const { return error_; }

 protected:
  int_type overflow(int_type character) override;
  int sync() override;

 private:
  bool write_out();
  int descriptor_;
  int error_ = 0;
  std::array<char, 1U << 16U> bytes_{};
};

}  // namespace claimbase
