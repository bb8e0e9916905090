#ifndef LANMU_CLIBXLSXWRITER_SHIM_H
#define LANMU_CLIBXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
