#include "analysis/document/date_line.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace claimbase::reading {
namespace {

struct DateCase {
  const char* name;
  const char* line;
  const char* date;  // nullptr: no date line
  const char* publisher;
};

void PrintTo(const DateCase& tested, std::ostream* out) {
  *out << tested.line;
}

class DateLines : public testing::TestWithParam<DateCase> {};

TEST_P(DateLines, AreRead) {
  const auto found = read_date_line(GetParam().line);
  ASSERT_EQ(found.has_value(), GetParam().date != nullptr);
  if (!found) return;
  EXPECT_EQ(found->date, GetParam().date);
  EXPECT_EQ(found->publisher, GetParam().publisher);
}

INSTANTIATE_TEST_SUITE_P(
    Typed, DateLines,
    testing::Values(DateCase{"EnglishGluedToPublisher", "Mar 04, 2024Kruidhuis", "2024-03-04", "Kruidhuis"},
                    DateCase{"EnglishWithDots", "Sep 30, 2023..", "2023-09-30", ""},
                    DateCase{"EnglishDayFirst", "3 August 2021", "2021-08-03", ""},
                    DateCase{"Ordinal", "August 3, 2021 | The Green Pharmacy", "2021-08-03", "The Green Pharmacy"},
                    DateCase{"Dutch", "14 januari 2022", "2022-01-14", ""},
                    DateCase{"DutchAbbreviated", "1 mrt. 2020", "2020-03-01", ""},
                    DateCase{"DutchWeekday", "maandag 5 mei 2025", "2025-05-05", ""},
                    DateCase{"DutchIntroduced", "Gepubliceerd op 12 oktober 2019 door Stichting Voedselwijs",
                             "2019-10-12", "Stichting Voedselwijs"},
                    DateCase{"EnglishIntroduced", "Last updated: June 9, 2018", "2018-06-09", ""},
                    DateCase{"Iso", "2025-11-02", "2025-11-02", ""},
                    DateCase{"IsoWithTime", "2025-11-02T10:15:00+02:00", "2025-11-02", ""},
                    DateCase{"DayFirstNumbers", "17-10-2025", "2025-10-17", ""},
                    DateCase{"Slashes", "Datum: 7/2/2024", "2024-02-07", ""},
                    DateCase{"NameBefore", "Kruidhuis, 12 May 2023", "2023-05-12", "Kruidhuis"},
                    DateCase{"NameOfSmallWordsBefore", "Raad voor Voeding | 12 mei 2023", "2023-05-12",
                             "Raad voor Voeding"},
                    DateCase{"NameOnBothSides", "Kruidhuis, 12 May 2023 Voedselwijs", nullptr, ""},
                    DateCase{"SubjectBefore", "Vergadering over kruiden, 12 mei 2023", nullptr, ""},
                    DateCase{"NoSuchDay", "31 februari 2024", nullptr, ""},
                    DateCase{"NoSuchMonth", "2024-13-01", nullptr, ""},
                    DateCase{"Sentence", "Op 3 maart 2021 verscheen een studie over zink.", nullptr, ""},
                    DateCase{"Reference", "Jansen, P. (2021). Zink. Voeding, 3(2), 10.", nullptr, ""},
                    DateCase{"OnlyAYear", "Samenvatting 2024", nullptr, ""}, DateCase{"Empty", "", nullptr, ""}),
    [](const auto& tested) { return std::string(tested.param.name); });

}  // namespace
}  // namespace claimbase::reading
