#include "text/encoding_guess.h"

#include <uchardet/uchardet.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <vector>

#include "text/characters.h"
#include "text/converting.h"
#include "text/language.h"
#include "text/plausibility.h"

namespace synoptic {
namespace {

// Chosen on declarations in 60 languages, each written in every encoding that holds it, whole and
// by pieces of 300 to 3000 bytes.
constexpr std::size_t kSampleBytes = 16 << 10;
constexpr double kUchardetVote = 0.6;
constexpr double kIcuVote = 0.6;         // times its confidence
constexpr double kWideVote = 0.15;       // to windows-1252 as the commonest of all
constexpr double kLanguageWeight = 2.0;  // times the share of the best language score in the script
constexpr double kClose = 2.5;
constexpr double kUnreadable = -4.0;  // the best one is no better: not a text

constexpr std::array<const char*, 25> kAlwaysTried = {
    "windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254",
    "windows-1255", "windows-1256", "windows-1257", "windows-1258", "ISO-8859-2",
    "ISO-8859-5",   "ISO-8859-7",   "ISO-8859-6",   "ISO-8859-8",   "KOI8-R",
    "KOI8-U",       "IBM866",       "windows-874",  "IBM850",       "macintosh",
    "Shift_JIS",    "EUC-JP",       "GB18030",      "Big5",         "windows-949"};

struct Candidate {
  std::string encoding;
  double score = 0;
  std::string text;
  double language = 0;  // language_score()
  int script = 0;
};

// The lines that have high bytes, up to kSampleBytes of them, taken from all over the text.
std::string sample_of(std::string_view bytes) {
  if (bytes.size() <= kSampleBytes) return std::string(bytes);
  std::string sample;
  constexpr std::size_t kPieces = 8;
  for (std::size_t piece = 0; piece < kPieces; ++piece) {
    std::size_t at = bytes.size() / kPieces * piece;
    if (at > 0) at = bytes.find('\n', at);
    while (at < bytes.size() && sample.size() < kSampleBytes / kPieces * (piece + 1)) {
      const std::size_t end = std::min(bytes.find('\n', at + 1), bytes.size());
      const std::string_view line = bytes.substr(at, std::min(end - at, kSampleBytes));
      const bool high = std::any_of(line.begin(), line.end(), [](char c) { return c < 0; });
      if (high) sample += line;
      at = end;
    }
  }
  return sample.empty() ? std::string(bytes.substr(0, kSampleBytes)) : sample;
}

std::string ask_uchardet(std::string_view sample) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       &uchardet_delete);
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

struct Vote {
  std::string encoding;
  double weight = 0;
};

std::vector<Vote> ask_icu(std::string_view sample) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  std::vector<Vote> votes;
  for (int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
    const char* name = ucsdet_getName(matches[i], &status);
    const int32_t confidence = ucsdet_getConfidence(matches[i], &status);
    if (U_SUCCESS(status)) votes.push_back({name, kIcuVote * confidence / 100.0});
  }
  return votes;
}

bool is_utf(std::string_view name) { return name.starts_with("UTF-"); }

void add_vote(std::vector<Candidate>& candidates, std::string_view name, double weight,
              std::string_view bytes) {
  const std::string encoding = known_encoding(name, bytes);
  if (encoding.empty() || is_utf(encoding)) return;
  for (Candidate& candidate : candidates) {
    if (candidate.encoding == encoding) {
      candidate.score += weight;
      return;
    }
  }
  candidates.push_back({encoding, weight, {}, 0, 0});
}

std::vector<Candidate> candidates_for(std::string_view sample, std::string_view bytes) {
  std::vector<Candidate> candidates;
  for (const char* name : kAlwaysTried) candidates.push_back({name, 0, {}, 0, 0});
  candidates.front().score = kWideVote;
  add_vote(candidates, ask_uchardet(sample), kUchardetVote, bytes);
  double best = 0;
  for (const Vote& vote : ask_icu(sample)) {
    // Several names of one family come with the same confidence; only the first is a vote.
    if (vote.weight <= 0 || best > vote.weight * 3) continue;
    best = std::max(best, vote.weight);
    add_vote(candidates, vote.encoding, vote.weight, bytes);
  }
  return candidates;
}

bool by_score(const Candidate& a, const Candidate& b) { return a.score > b.score; }

// ISO-8859-1 without bytes 0x80-0x9F is windows-1252 as well, which is what files are called.
std::string usual_name(std::string encoding) {
  return encoding == "ISO-8859-1" ? "windows-1252" : encoding;
}

}  // namespace

std::string guess_encoding(std::string_view bytes) {
  const std::string sample = sample_of(bytes);
  std::vector<Candidate> candidates = candidates_for(sample, bytes);
  for (Candidate& candidate : candidates) {
    const Decoded decoded = convert(sample, 0, candidate.encoding);
    candidate.score += plausibility(decoded, sample.size());
    candidate.text = decoded.utf8;
  }
  std::stable_sort(candidates.begin(), candidates.end(), by_score);
  if (candidates.front().score < kUnreadable) return {};
  const double least = candidates.front().score - kClose;
  // CLD2 tells Greek or Thai by the script alone; only within a script are its scores comparable.
  std::map<int, double> best;
  for (Candidate& candidate : candidates) {
    if (candidate.score < least) break;
    candidate.language = language_score(candidate.text);
    candidate.script = main_script(candidate.text);
    best[candidate.script] = std::max(best[candidate.script], candidate.language);
  }
  for (Candidate& candidate : candidates) {
    const double most = best[candidate.script];
    if (most > 0) candidate.score += kLanguageWeight * candidate.language / most;
  }
  std::stable_sort(candidates.begin(), candidates.end(), by_score);
  return usual_name(candidates.front().encoding);
}

std::string guess_wide(std::string_view bytes) {
  std::string best;
  double best_score = 0;
  for (const char* name : {"UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE"}) {
    const std::size_t unit = std::string_view(name).starts_with("UTF-32") ? 4 : 2;
    std::string_view sample = bytes.substr(0, kSampleBytes);
    sample.remove_suffix(sample.size() % unit);
    if (sample.empty()) continue;
    const double score = wide_plausibility(convert(sample, 0, name));
    if (score <= best_score) continue;
    best_score = score;
    best = name;
  }
  return best;
}

}  // namespace synoptic
