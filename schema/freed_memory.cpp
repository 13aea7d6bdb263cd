#include "schema/freed_memory.h"

#include <cstdlib>  // defines __GLIBC__ where it is that

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace claimbase {

void give_back_freed_memory() noexcept {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

}  // namespace claimbase
