#include "indexer/stop_signal.h"

#ifdef __linux__
#include <sys/signalfd.h>
#endif

namespace claimbase {

StopSignal::StopSignal() {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals_, &before_);
#ifdef __linux__
  readable_ = Descriptor(::signalfd(-1, &signals_, SFD_CLOEXEC));
#endif
}

StopSignal::~StopSignal() {
  int signal = 0;
  if (requested()) sigwait(&signals_, &signal);
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

// The signal stays pending: it is never read from the descriptor.
bool StopSignal::requested() const {
  sigset_t pending{};
  return sigpending(&pending) == 0 && (sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1);
}

}  // namespace claimbase
