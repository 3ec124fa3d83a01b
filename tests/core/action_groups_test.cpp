// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/action_groups.h"

#include <gmock/gmock.h>

#include "query/log_query.h"
#include "store/load_log.h"
#include "support/temporary_folder.h"

namespace undelivered {
namespace {

using ::testing::ElementsAre;
using Kind = ActionGroup::Kind;

class ActionGroups : public testing::Test {
 protected:
  void load(const std::string& text) {
    LoadRequest request;
    request.paths = {folder.write("log.csv", text)};
    log = loadLog(request).value();
  }
  std::vector<ActionGroup> groups(const Filter& filter = {}, std::string_view language = "en") {
    return groupByAction(*log, makeLocalQuery(log)->facets(filter).value(), language);
  }
  std::vector<std::string> codes(const ActionGroup& group) { return filterReasons(*log, group); }

  test::TemporaryFolder folder;
  std::shared_ptr<const DeliveryLog> log;
};

TEST_F(ActionGroups, PutReasonsOfOneActionTogetherAndWhatToActOnFirst) {
  load(
      "channel;code\n"
      "sms;REJECTED\nsms;REJECTED\nsms;REJECTED\nsms;REJECTED\n"  // nothing to do
      "sms;EXPIRED\nsms;UNDELIV\nsms;UNDELIV\n"                   // the same action
      "email;INVALID_EMAIL_ADDRESS\n"
      "sms;NEW_CODE\n");
  const auto found = groups();
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[0].kind, Kind::Act);
  EXPECT_EQ(found[0].action, "Ask the customer whether the mobile number is right.");
  EXPECT_EQ(found[0].count, 3u);
  EXPECT_THAT(codes(found[0]), ElementsAre("UNDELIV", "EXPIRED"));
  EXPECT_EQ(found[0].actionability, Actionability::Yes);
  EXPECT_THAT(codes(found[1]), ElementsAre("INVALID_EMAIL_ADDRESS"));
  EXPECT_EQ(found[2].kind, Kind::NothingToDo);
  EXPECT_EQ(found[2].count, 4u);
  EXPECT_EQ(found[3].kind, Kind::NotKnown);
  EXPECT_THAT(codes(found[3]), ElementsAre("NEW_CODE"));
}

TEST_F(ActionGroups, SpeakTheLanguageAskedFor) {
  load("channel;code\nsms;INVALID_MOBILE_NUMBER\n");
  EXPECT_EQ(groups({}, "de").at(0).action, "Die richtige Mobilnummer beim Kunden erfragen und eintragen.");
}

TEST_F(ActionGroups, NameRecordsWithoutACodeInAWayThatAFilterUnderstands) {
  load("channel;status\nemail;failed\nemail;bounced\nletter;failed\n");
  const auto found = groups();
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, Kind::NoCode);
  Filter filter;
  filter.reasons = codes(found[0]);
  EXPECT_EQ(makeLocalQuery(log)->rows(filter, {})->size(), 3u);
}

TEST_F(ActionGroups, LeaveOutWhatDoesNotOccurUnderTheFilter) {
  load("channel;code\nsms;EXPIRED\nemail;INVALID_EMAIL_ADDRESS\n");
  Filter filter;
  filter.channels = {Channel::Email};
  const auto found = groups(filter);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_THAT(codes(found[0]), ElementsAre("INVALID_EMAIL_ADDRESS"));
}

}  // namespace
}  // namespace undelivered
