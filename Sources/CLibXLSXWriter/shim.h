#ifndef LANMU_CLIBXLSXWRITER_SHIM_H
#define LANMU_CLIBXLSXWRITER_SHIM_H

// mallopt: the library makes many small allocations for each workbook.
#include <malloc.h>
#include <xlsxwriter.h>

#endif
