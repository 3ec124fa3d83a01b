// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/latest_job.h"

#include <utility>

namespace undelivered {

LatestJob::LatestJob(QObject* parent) : QObject(parent) {}

LatestJob::~LatestJob() {
  {
    const std::lock_guard lock(m_mutex);
    m_current.request_stop();
    m_next.reset();
  }
  if (m_thread.joinable()) {
    m_thread.request_stop();
    m_thread.join();
  }
}

quint64 LatestJob::begin() {
  ++m_ticket;
  if (!m_running) {
    m_running = true;
    emit runningChanged(true);
  }
  return m_ticket;
}

bool LatestJob::finish(quint64 ticket) {
  if (ticket != m_ticket || !m_running) return false;
  m_running = false;
  emit runningChanged(false);
  return true;
}

void LatestJob::stop() {
  {
    const std::lock_guard lock(m_mutex);
    m_current.request_stop();
    m_next.reset();
  }
  finish(m_ticket);
}

void LatestJob::requestStop() {
  const std::lock_guard lock(m_mutex);
  // A job that has not begun yet gets its own stop source when it does: it is told here, by a stop set beforehand.
  m_stopNext = m_next.has_value();
  m_current.request_stop();
}

void LatestJob::enqueue(Task task) {
  {
    const std::lock_guard lock(m_mutex);
    m_current.request_stop();
    m_next = std::move(task);
    m_stopNext = false;
  }
  if (!m_thread.joinable()) m_thread = std::jthread([this](const std::stop_token& quit) { work(quit); });
  m_wake.notify_one();
}

void LatestJob::work(const std::stop_token& quit) {
  while (true) {
    Task task;
    std::stop_token stop;
    {
      std::unique_lock lock(m_mutex);
      if (!m_wake.wait(lock, quit, [this] { return m_next.has_value(); })) return;
      task = std::move(*m_next);
      m_next.reset();
      m_current = std::stop_source();
      if (std::exchange(m_stopNext, false)) m_current.request_stop();
      stop = m_current.get_token();
    }
    task(stop);
  }
}

}  // namespace undelivered
