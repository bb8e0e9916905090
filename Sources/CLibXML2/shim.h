#ifndef LANMU_CLIBXML2_SHIM_H
#define LANMU_CLIBXML2_SHIM_H

// libxml2's headers pull in ICU's, whose types clash with the copy of ICU inside Foundation as soon as a client imports
// both. Nothing of it is needed here: encoding handlers are only used through pointers.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

// xmlFree is a macro over a function pointer, which Swift does not import.
static inline void lanmu_xmlFree(void *memory) { xmlFree(memory); }

#endif
