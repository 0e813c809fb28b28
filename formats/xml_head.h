// What an XML document is, by its first bytes alone.
#pragma once

#include <string>
#include <string_view>

namespace synoptic {

// The name of the root element without its prefix; empty where the bytes begin no XML (UTF-8,
// UTF-16, or any encoding that agrees with ASCII).  Never throws; reads no further than the root's
// name, which must stand in the first 64 KiB.
// Example: "tmx" for "<?xml version='1.0'?><!DOCTYPE tmx SYSTEM 'tmx14.dtd'><tmx version=...".
std::string xml_root_name(std::string_view bytes);

}  // namespace synoptic
