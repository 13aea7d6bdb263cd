#include "indexer/ordered_queue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>
#include <stdexcept>

namespace claimbase {
namespace {

class Jobs : public testing::TestWithParam<unsigned> {};

TEST_P(Jobs, ResultsComeInOrder) {
  std::vector<std::size_t> taken;
  const auto make_worker = [] { return [](std::size_t item) { return item * item; }; };
  for_each_in_order<std::size_t>(200, GetParam(), make_worker, [&](std::size_t item, std::size_t result) {
    EXPECT_EQ(result, item * item);
    taken.push_back(item);
  });
  std::vector<std::size_t> expected(200);
  std::iota(expected.begin(), expected.end(), 0U);
  EXPECT_EQ(taken, expected);
}

TEST_P(Jobs, WorkStaysWithinTheWindow) {
  std::atomic<std::size_t> made{0};
  const auto make_worker = [&] { return [&](std::size_t item) { return ++made, item; }; };
  for_each_in_order<std::size_t>(500, GetParam(), make_worker, [&](std::size_t item, std::size_t) {
    EXPECT_LE(made.load(), item + 1 + std::size_t{GetParam()} * 4);
  });
}

TEST_P(Jobs, WhatAWorkerThrowsIsThrownToTheCaller) {
  const auto make_worker = [] {
    return [](std::size_t item) {
      if (item == 7) throw std::runtime_error("item 7");
      return item;
    };
  };
  EXPECT_THROW(for_each_in_order<std::size_t>(100, GetParam(), make_worker, [](std::size_t, std::size_t) {}),
               std::runtime_error);
}

TEST_P(Jobs, WhatTheConsumerThrowsEndsTheThreads) {
  const auto make_worker = [] { return [](std::size_t item) { return item; }; };
  const auto consume = [](std::size_t item, std::size_t) {
    if (item == 3) throw std::runtime_error("disk full");
  };
  EXPECT_THROW(for_each_in_order<std::size_t>(100, GetParam(), make_worker, consume), std::runtime_error);
}

TEST_P(Jobs, NothingToDo) {
  const auto make_worker = [] { return [](std::size_t item) { return item; }; };
  for_each_in_order<std::size_t>(0, GetParam(), make_worker, [](std::size_t, std::size_t) { FAIL(); });
}

INSTANTIATE_TEST_SUITE_P(Threads, Jobs, testing::Values(1U, 2U, 8U));

}  // namespace
}  // namespace claimbase
