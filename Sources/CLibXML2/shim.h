#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 shows ICU's headers, which collide with those of Foundation; nothing here needs them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
