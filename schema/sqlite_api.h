// SQLite's C interface for code that is built twice: into the programs, linked with libsqlite3, and into the loadable
// extension, where every call goes through the table of functions that the loading program hands over (sqlite3ext.h).
// Included by .cpp files only.
#pragma once

#ifdef CLAIMBASE_LOADABLE
#include <sqlite3ext.h>
extern "C" {
extern const sqlite3_api_routines* sqlite3_api;
}
#else
#include <sqlite3.h>
#endif
