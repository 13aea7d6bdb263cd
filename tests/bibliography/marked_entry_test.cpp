#include "analysis/bibliography/marked_entry.h"

#include <gtest/gtest.h>

namespace claimbase {
namespace {

TEST(MarkedEntry, CompleteFieldsNeedNoParsing) {
  const MarkedEntry entry{0,
                          true,
                          {{EntryPart::type, "journal"},
                           {EntryPart::family, "Baker"},
                           {EntryPart::given, "T"},
                           {EntryPart::collective, "Zinc Study Group"},
                           {EntryPart::et_al, "et al."},
                           {EntryPart::year, "2019a"},
                           {EntryPart::title, "Zinc and skin: a cohort study."},
                           {EntryPart::container, "Ann Salts"},
                           {EntryPart::volume, "3"},
                           {EntryPart::issue, "2"},
                           {EntryPart::first_page, "S4"},
                           {EntryPart::last_page, "S9"},
                           {EntryPart::doi, "10.1234/ZN"},
                           {EntryPart::pmid, "123456"},
                           {EntryPart::pmcid, "777"}}};
  const Reference reference = reference_of(entry, "Baker T.  Zinc\nand skin");
  EXPECT_EQ(reference.raw, "Baker T. Zinc and skin");
  EXPECT_EQ(reference.type, "article-journal");
  const std::vector<Author> authors{{"Baker", "T", ""}, {"", "", "Zinc Study Group"}};
  EXPECT_EQ(reference.authors, authors);
  EXPECT_TRUE(reference.et_al);
  EXPECT_EQ(reference.year, 2019);
  EXPECT_EQ(reference.title, "Zinc and skin: a cohort study");
  EXPECT_EQ(reference.container_title, "Ann Salts");
  EXPECT_EQ(reference.volume, "3");
  EXPECT_EQ(reference.issue, "2");
  EXPECT_EQ(reference.page, "S4-S9");
  EXPECT_EQ(reference.doi, "10.1234/zn");
  EXPECT_EQ(reference.pmid, "123456");
  EXPECT_EQ(reference.pmcid, "PMC777");
  EXPECT_EQ(reference.design, StudyDesign::cohort);
}

TEST(MarkedEntry, ABookIsItsSource) {
  const Reference book = reference_of(
      {0, true, {{EntryPart::type, "book"}, {EntryPart::family, "Smith"}, {EntryPart::container, "Salts of life"}}},
      "");
  EXPECT_EQ(book.type, "book");
  EXPECT_EQ(book.title, "Salts of life");
  EXPECT_EQ(book.container_title, "");
  const Reference chapter = reference_of({0,
                                          true,
                                          {{EntryPart::type, "book"},
                                           {EntryPart::family, "Smith"},
                                           {EntryPart::chapter, "Zinc"},
                                           {EntryPart::container, "Salts of life"}}},
                                         "");
  EXPECT_EQ(chapter.type, "chapter");
  EXPECT_EQ(chapter.title, "Zinc");
  EXPECT_EQ(chapter.container_title, "Salts of life");
}

TEST(MarkedEntry, WhatTheFieldsLeaveOpenThePrintedTextSays) {
  const Reference reference = reference_of({0, false, {{EntryPart::doi, "10.1234/zn"}}},
                                           "Baker T, Smith A. Zinc and skin. Ann Salts. 2019;3(2):4-9.");
  EXPECT_EQ(reference.doi, "10.1234/zn");
  EXPECT_EQ(reference.title, "Zinc and skin");
  EXPECT_EQ(reference.year, 2019);
  ASSERT_EQ(reference.authors.size(), 2U);
  EXPECT_EQ(reference.authors[1].family, "Smith");
}

}  // namespace
}  // namespace claimbase
