#ifndef LANMU_CLIBXLSXWRITER_SHIM_H
#define LANMU_CLIBXLSXWRITER_SHIM_H

// mallopt: the library makes many small allocations for each workbook.
#include <malloc.h>
#include <stdio.h>
#include <xlsxwriter.h>

// The library prints its errors, with the names of temporary files, besides returning them; Swift 6 refuses to touch `stderr`.
static inline void lanmu_silence_messages(void) {
  FILE *nowhere = fopen("/dev/null", "w");
  if (nowhere != NULL) stderr = nowhere;
}

#endif
