// The one exception type: an operation that failed, told so that a user can mend it.
//
// A defect of a text is a Finding, an absent thing is std::optional; only a failure of an operation
// (a file that can't be read, a store that is locked) throws.  Only cli/main.cc catches.
#pragma once

#include <stdexcept>
#include <string>

namespace synoptic {

// What the exit status says: kInput is 2 (the user's files or words), kInternal is 3 (ours).
enum class ErrorKind { kInput, kInternal };

class Error : public std::runtime_error {
 public:
  // `file`: the file or store it is about, may be empty.  `place`: "line 12", "byte 4096", may be
  // empty.  `cause`: what is wrong, a clause without a full stop.  `remedy`: what to do, a clause.
  // Cause and remedy are in the language of the messages (text/messages.h), those of ErrorKind
  // kInternal in English.  what() joins them: "FILE: PLACE: CAUSE; REMEDY".
  struct Parts {
    std::string file;
    std::string place;
    std::string cause;
    std::string remedy;
  };
  explicit Error(const Parts& parts, ErrorKind kind = ErrorKind::kInput)
      : std::runtime_error(joined(parts)), parts_(parts), kind_(kind) {}

  const Parts& parts() const { return parts_; }
  ErrorKind kind() const { return kind_; }

 private:
  static std::string joined(const Parts& parts) {
    std::string all;
    for (const std::string* part : {&parts.file, &parts.place, &parts.cause}) {
      if (part->empty()) continue;
      if (!all.empty()) all += ": ";
      all += *part;
    }
    if (!parts.remedy.empty()) all += "; " + parts.remedy;
    return all;
  }

  Parts parts_;
  ErrorKind kind_;
};

}  // namespace synoptic
