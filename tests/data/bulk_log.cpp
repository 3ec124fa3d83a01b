// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/bulk_log.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <memory>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "data/calendar.h"
#include "data/random.h"

namespace undelivered::samples {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 20;
constexpr std::size_t kMaxRecord = 1024;

constexpr std::array<std::string_view, 8> kDomains{"gmx.de",     "web.de",  "t-online.de", "gmail.com",
                                                   "outlook.de", "gmx.net", "freenet.de",  "example.org"};
constexpr std::array<std::string_view, 8> kNames{"anna.muster", "bjoern.probe", "k.beispiel",  "max.mustermann",
                                                 "zoe.test",    "e.musterfrau", "j.fiktivsky", "uwe.platzhalter"};
constexpr std::array<std::string_view, 12> kEmailCodes{"BOUNCE_TRANSIENT_MBX_FULL",
                                                       "BOUNCE_TRANSIENT_GENERAL",
                                                       "BOUNCE_PERMANENT_MAILBOX_UNAVAILABLE",
                                                       "BOUNCE_PERMANENT_ON_SUPPRESSION_LIST",
                                                       "BOUNCE_PERMANENT_GENERAL",
                                                       "INVALID_EMAIL_ADDRESS",
                                                       "HANDOVER_ERROR",
                                                       "BOUNCE_TRANSIENT_CONTENT_REJECTED",
                                                       "BOUNCE_TRANSIENT_ATTACHMENT_REJECTED",
                                                       "BOUNCE_TRANSIENT_MESSAGE_TOO_LARGE",
                                                       "BOUNCE_UNDETERMINED",
                                                       "BOUNCE_TRANSIENT_MBX_FULL"};
constexpr std::array<std::string_view, 8> kSmsCodes{
    "UNDELIV", "EXPIRED", "REJECTED", "REJECTD", "FAILED", "HANDOVER_ERROR", "INVALID_MOBILE_NUMBER", "EXPIRED"};

class Buffer {
 public:
  explicit Buffer(std::FILE* file) : m_file(file), m_data(kBufferBytes + kMaxRecord) {}

  void put(std::string_view text) {
    if (text.empty()) return;  // its data may be null, which memcpy must not be given
    std::memcpy(m_data.data() + m_size, text.data(), text.size());
    m_size += text.size();
  }
  void put(char c) { m_data[m_size++] = c; }
  void digits(std::uint64_t value, int width) {
    for (int i = width - 1; i >= 0; --i, value /= 10)
      m_data[m_size + static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
    m_size += static_cast<std::size_t>(width);
  }
  void hex(std::uint64_t value, int width) {
    for (int i = width - 1; i >= 0; --i, value >>= 4)
      m_data[m_size + static_cast<std::size_t>(i)] = "0123456789abcdef"[value & 15];
    m_size += static_cast<std::size_t>(width);
  }
  bool flushWhenFull() { return m_size < kBufferBytes || flush(); }
  bool flush() {
    const bool written = std::fwrite(m_data.data(), 1, m_size, m_file) == m_size;
    m_size = 0;
    return written;
  }

 private:
  std::FILE* m_file;
  std::vector<char> m_data;
  std::size_t m_size = 0;
};

/// 18 months from July 2024, one record after the other; the texts of the days are made once.
class Clock {
 public:
  Clock(std::uint64_t rows, bool shuffled) : m_rows(rows), m_step(shuffled ? stepFor(rows) : 1) {
    const auto first = std::chrono::local_days(std::chrono::year(2024) / 7 / 1);
    for (std::uint64_t day = 0; day <= kDays; ++day) m_texts.push_back(isoDay(first + std::chrono::days(day)));
  }

  void put(Buffer& out, std::uint64_t row) {
    constexpr std::uint64_t kSpan = kDays * 86400;
    const std::uint64_t place = m_step == 1 ? row : row * m_step % m_rows;
    const std::uint64_t second = m_rows < kSpan ? place * (kSpan / m_rows) : place * kSpan / m_rows;
    out.put(m_texts[second / 86400]);
    out.put('T');
    out.digits(second % 86400 / 3600, 2);
    out.put(':');
    out.digits(second % 3600 / 60, 2);
    out.put(':');
    out.digits(second % 60, 2);
    out.put('Z');
  }

 private:
  static constexpr std::uint64_t kDays = 549;

  /// Steps of that size through all places, which come to each of them once and far from the one before.
  static std::uint64_t stepFor(std::uint64_t rows) {
    std::uint64_t step = rows * 618 / 1000 | 1;
    while (std::gcd(step, rows) != 1) step += 2;
    return step;
  }

  std::uint64_t m_rows;
  std::uint64_t m_step;
  std::vector<std::string> m_texts;
};

/// What a row is about, out of a few random bits.
struct Row {
  std::uint64_t number = 0, customer = 0, bits = 0;
  bool sms = false, failed = false, pending = false;
  std::string_view code;
};

Row makeRow(Random& random, std::uint64_t number, std::uint64_t customers, BulkKind kind) {
  Row row;
  row.number = number;
  row.bits = random.next();
  row.customer = random.next() % customers;
  row.sms = (row.bits & 0xFF) < 70;
  const auto luck = static_cast<std::uint32_t>(row.bits >> 8 & 0xFFFF) * 1000 >> 16;
  row.failed = kind == BulkKind::Failures || kind == BulkKind::Events || luck < 100;
  row.pending = !row.failed && luck < 120;
  const std::uint64_t which = row.bits >> 24 & 0xFF;
  if (row.failed) row.code = row.sms ? kSmsCodes[which % kSmsCodes.size()] : kEmailCodes[which % kEmailCodes.size()];
  return row;
}

void putRecipient(Buffer& out, const Row& row) {
  if (row.sms) {
    out.put("+4917604069");  // the block that is kept free for films and books, longer than real numbers are
    out.digits(row.customer, 8);
    return;
  }
  out.put(kNames[row.customer & 7]);
  out.put('.');
  out.digits(row.customer, 7);
  out.put('@');
  out.put(kDomains[row.customer >> 3 & 7]);
}

void putCsv(Buffer& out, Clock& clock, const Row& row) {
  clock.put(out, row.number);
  out.put(row.sms ? ",sms," : ",email,");
  out.put(row.failed ? "failed," : row.pending ? "pending," : "delivered,");
  out.put(row.code);
  out.put(',');
  putRecipient(out, row);
  out.put(",K-");
  out.digits(row.customer, 7);
  out.put(",RE-");
  out.digits(row.number, 9);
  out.put(',');
  out.hex(row.bits >> 20, 11);
  if (row.pending) {
    out.put(",\n");
    return;
  }
  out.put(row.failed ? ",\"smtp; 550 5.1.1 refused, " : ",\"smtp; 250 2.0.0 OK, ");
  if ((row.bits >> 40 & 0x7F) == 0) out.put("said in two lines:\nqueue ");
  out.put("id \"\"");
  out.hex(row.bits >> 32, 8);
  out.put("\"\"\"\n");
}

void putEvent(Buffer& out, Clock& clock, const Row& row) {
  out.put("{\"type\":\"MESSAGE_NOT_DELIVERED\",\"date\":\"");
  clock.put(out, row.number);
  out.put("\",\"eventId\":\"");
  out.hex(row.bits, 8);
  out.put("-0001-4000-8000-");
  out.hex(row.number, 12);
  out.put("\",\"source\":\"ESCALATION\",\"claim\":{\"id\":");
  out.digits(row.number + 1000000000, 10);
  out.put(",\"merchantId\":42,\"referenceNumber\":\"RE-");
  out.digits(row.number, 9);
  out.put("\",\"customerNumber\":\"K-");
  out.digits(row.customer, 7);
  out.put("\",\"communication\":{\"channel\":\"");
  out.put(row.sms ? "SMS" : "EMAIL");
  out.put("\",\"reference\":\"");
  out.hex(row.bits >> 16, 12);
  out.put("\",\"recipients\":[\"");
  putRecipient(out, row);
  out.put("\"],\"errorCode\":\"");
  out.put(row.code);
  out.put("\"}}}\n");
}

void putReceipt(Buffer& out, Clock& clock, const Row& row) {
  clock.put(out, row.number);
  out.put(" Receive DLR [SMSC:gw1] [SVC:] [from:+4917604069");
  out.digits(row.customer, 8);
  out.put("] [to:22333] [flags:-1:-1:-1:-1:31] [msg:118:id:");
  out.digits(row.number, 10);
  out.put(" sub:001 dlvrd:000 submit date:2503040815 done date:2503");
  out.digits(row.bits >> 40 & 7, 1);
  out.put("1081");
  out.digits(row.bits >> 44 & 7, 1);
  const std::uint64_t which = row.bits >> 24 & 3;
  out.put(" stat:");
  out.put(!row.failed  ? (row.pending ? "ACCEPTD" : "DELIVRD")
          : which == 0 ? "REJECTD"
          : which == 1 ? "EXPIRED"
                       : "UNDELIV");
  out.put(" err:000 text:Ihre Rechnung] [udh:0:]\n");
}

}  // namespace

bool writeBulkLog(const std::string& path, std::uint64_t rows, BulkKind kind, std::uint64_t seed) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wb"), &std::fclose);
  if (!file) return false;
  std::setvbuf(file.get(), nullptr, _IONBF, 0);
  Buffer out(file.get());
  Random random(seed);
  Clock clock(rows, kind == BulkKind::Shuffled);
  const std::uint64_t customers = std::min<std::uint64_t>(rows / 20 + 1, 9999999);
  if (kind != BulkKind::Events && kind != BulkKind::Receipts)
    out.put("time,channel,status,reasoncode,recipient,customernumber,referencenumber,messageid,diagnostic\n");
  for (std::uint64_t i = 0; i < rows; ++i) {
    const Row row = makeRow(random, i, customers, kind);
    if (kind == BulkKind::Events)
      putEvent(out, clock, row);
    else if (kind == BulkKind::Receipts)
      putReceipt(out, clock, row);
    else
      putCsv(out, clock, row);
    if (!out.flushWhenFull()) return false;
  }
  return out.flush();
}

}  // namespace undelivered::samples
