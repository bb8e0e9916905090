#ifndef LANMU_CLIBZIP_SHIM_H
#define LANMU_CLIBZIP_SHIM_H

#include <stdlib.h>
#include <string.h>
#include <zip.h>

// zip_source_buffer_create frees its bytes with free(), so they have to come from malloc(): the pair stands here, beside
// the library that asks for it, because Swift's own allocator promises no such thing.
static inline void *lanmu_copy(const void *bytes, size_t count) {
  void *copy = malloc(count > 0 ? count : 1);
  if (copy != NULL && count > 0) memcpy(copy, bytes, count);
  return copy;
}

static inline void lanmu_free(void *memory) { free(memory); }

#endif
