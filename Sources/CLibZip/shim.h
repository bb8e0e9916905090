#ifndef LANMU_CLIBZIP_SHIM_H
#define LANMU_CLIBZIP_SHIM_H

#include <zip.h>

#endif
