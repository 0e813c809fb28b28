// The fields that are open at a place of a Word document: what is shown is the result, not the
// instruction, and of a table of contents nothing.  Threads: one object, one thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

// Whether an instruction makes a table of contents, of figures or of authorities.
bool makes_contents(std::string_view instruction);

class DocxFields {
 public:
  void begin() { open_.emplace_back(); }
  void instruction(std::string_view text);
  void separate();
  void end();

  // Text here is seen.
  bool visible() const { return hidden_ == 0 && instructions() == 0; }
  // Text here is an entry of a table of contents.
  bool in_contents() const { return hidden_ > 0; }
  std::size_t open() const { return open_.size(); }

 private:
  struct Field {
    std::string instruction;
    bool result = false;
    bool contents = false;
  };

  std::size_t instructions() const { return open_.size() - results_; }

  std::vector<Field> open_;
  std::size_t results_ = 0;  // of open_
  std::size_t hidden_ = 0;   // of open_, tables of contents
};

}  // namespace synoptic
