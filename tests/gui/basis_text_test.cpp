// SPDX-License-Identifier: GPL-3.0-or-later
// "Classified as … because …", in both languages.
#include "i18n/basis_text.h"

#include <QLabel>

#include "views/details_pane.h"
#include "window_fixture.h"

namespace undelivered {
namespace {

QString provider(const char* sample) {
  return QStringLiteral(UNDELIVERED_SOURCE_DIR "/tests/data/providers/") + QLatin1String(sample);
}

class BasisTextTest : public WindowTest {
 protected:
  QString basisOf(std::uint32_t row) {
    const auto log = document().sharedLog();
    const auto record = RecordReader(log).read(RowId{row});
    EXPECT_TRUE(record);
    return basisText(*record, *log);
  }
};

TEST_F(BasisTextTest, NamesProviderWordsAndPage) {
  open({provider("amazon-ses/firehose.ndjson")});
  const QString page =
      QStringLiteral("\nhttps://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html");
  EXPECT_EQ(basisOf(1),
            QStringLiteral("Classified as BOUNCE_TRANSIENT_MBX_FULL because Amazon SES says “Transient” and "
                           "“MailboxFull”.") +
                page);
  language.use(QStringLiteral("de"));
  EXPECT_EQ(basisOf(13), QStringLiteral("Als Bounce ohne erkennbare Ursache eingeordnet, weil im Protokoll von Amazon "
                                        "SES steht: „Undetermined“ und „Undetermined“.") +
                             page);
}

TEST_F(BasisTextTest, SaysWhenTheServersWordsDecided) {
  open({write(QStringLiteral("mail.csv"), "code;email;diagnostic\n5.0.0;a@example.org;mailbox full\n")});
  EXPECT_TRUE(basisOf(0).startsWith(
      QStringLiteral("Classified as BOUNCE_TRANSIENT_MBX_FULL because the log says “5.0.0” and the server’s answer.")))
      << basisOf(0).toStdString();
}

TEST_F(BasisTextTest, OfALogWithCodesOfTheCatalogueNamesTheCode) {
  open({write(QStringLiteral("log.csv"), "status;code;email\nfailed;FAILED;a\nfailed;NEW;b\ndelivered;;c\n")});
  EXPECT_EQ(basisOf(0), QStringLiteral("Classified as UNDELIV because the log gives the code “FAILED”."));
  EXPECT_EQ(basisOf(1), QStringLiteral("The catalogue does not know the code “NEW”."));
  EXPECT_EQ(basisOf(2), QStringLiteral("Classified as Delivered because the log gives the status “delivered”."));
}

TEST_F(BasisTextTest, SaysWhatDecidedWhereThereIsNoCode) {
  open({write(QStringLiteral("log.csv"), "status;email;name\nfailed;a@example.org;A\n;b@example.org;B\n")});
  EXPECT_EQ(basisOf(0), QStringLiteral("Classified as Failed because the log gives the status “failed”. No "
                                       "reason code is given."));
  EXPECT_EQ(basisOf(1), QStringLiteral("Neither a reason code nor a status is given."));
}

TEST_F(BasisTextTest, NamesCollectAi) {
  const char* const event = R"({"type":"MESSAGE_NOT_DELIVERED","eventId":"e-%1","claim":{"communication":{"channel":)"
                            R"("SMS","recipients":["+491761234567"]%2}}})";
  const QByteArray code = ",\"errorCode\":\"EXPIRED\"";
  open({write(QStringLiteral("events.ndjson"), QByteArray(event).replace("%1", "1").replace("%2", "") + "\n" +
                                                   QByteArray(event).replace("%1", "2").replace("%2", code) + "\n")});
  EXPECT_EQ(basisOf(0), QStringLiteral("Classified as Failed because the log of collect.AI tells of a message "
                                       "that was not delivered. No reason code is given."));
  EXPECT_EQ(basisOf(1),
            QStringLiteral("Classified as EXPIRED because the log of collect.AI gives the code “EXPIRED”."));
  language.use(QStringLiteral("de"));
  EXPECT_EQ(basisOf(0), QStringLiteral("Als Nicht zugestellt eingeordnet, weil im Protokoll von collect.AI eine "
                                       "Nachricht als nicht zugestellt gemeldet ist. Ein Fehlercode ist nicht "
                                       "angegeben."));
  open({write(QStringLiteral("2026-11-03_Muster_sent_communications_report.csv"), "recipient;reference\na@b.de;R\n")});
  EXPECT_TRUE(basisOf(0).contains(QStringLiteral("der Tagesbericht über versendete Mitteilungen")))
      << basisOf(0).toStdString();
}

TEST_F(BasisTextTest, StandsInTheDetails) {
  open({provider("amazon-ses/pairs.csv")});
  auto* pane = window->findChild<DetailsPane*>();
  ASSERT_NE(pane, nullptr);
  pane->showRow(RowId{0});
  const auto shown = [&] {
    for (const QLabel* label : pane->findChildren<QLabel*>()) {
      if (label->text().startsWith(QStringLiteral("Classified as BOUNCE_TRANSIENT_MBX_FULL")))
        return label->isVisible();
    }
    return false;
  };
  EXPECT_TRUE(QTest::qWaitFor(shown, kPatienceMs));
}

}  // namespace
}  // namespace undelivered
