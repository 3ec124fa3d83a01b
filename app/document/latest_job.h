// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include <QMetaObject>
#include <QObject>

namespace undelivered {

/// Runs jobs on a thread of its own, of which only the latest counts: a new one asks the running one to stop and makes
/// its result void. Results arrive in the owner's thread. Belongs to one thread; nothing of a job outlives it.
class LatestJob : public QObject {
  Q_OBJECT

 public:
  explicit LatestJob(QObject* parent = nullptr);
  ~LatestJob() override;  ///< asks the running job to stop and waits for it

  /// `job` runs on the worker; `done` gets its value in the owner's thread, unless a later start() or stop() came
  /// before.
  template <class T>
  void start(std::function<T(std::stop_token)> job, std::function<void(T&)> done) {
    const quint64 ticket = begin();
    enqueue([this, ticket, job = std::move(job), done = std::move(done)](std::stop_token stop) {
      auto value = std::make_shared<T>(job(std::move(stop)));
      post([this, ticket, value, done] {
        if (finish(ticket)) done(*value);
      });
    });
  }

  /// For the job that is started next to tell of its progress: what it gives to the function returned reaches `news`
  /// in the owner's thread, as long as that job is the latest.
  template <class T>
  std::function<void(T)> relay(std::function<void(T)> news) {
    return [this, ticket = m_ticket + 1, news = std::move(news)](T value) {
      post([this, ticket, value, news] {
        if (m_running && ticket == m_ticket) news(value);
      });
    };
  }

  /// Makes the running job void and asks it to stop; `done` will not be called.
  void stop();
  /// Asks it to stop; `done` still gets what it returns.
  void requestStop();
  bool isRunning() const { return m_running; }

 signals:
  void runningChanged(bool running);

 private:
  using Task = std::function<void(std::stop_token)>;

  quint64 begin();
  bool finish(quint64 ticket);
  void enqueue(Task task);
  void work(const std::stop_token& quit);
  template <class F>
  void post(F call) {
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
  }

  quint64 m_ticket = 0;
  bool m_running = false;

  std::mutex m_mutex;
  std::condition_variable_any m_wake;
  std::optional<Task> m_next;
  bool m_stopNext = false;  // m_next was asked to stop before it began
  std::stop_source m_current;
  std::jthread m_thread;  // last: joined before anything else goes
};

}  // namespace undelivered
