#include "query/run_diff.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "schema/records.h"

namespace claimbase {
namespace {

constexpr std::string_view kChanges =
    "SELECT key, kind, change, path, previous, title, format FROM run_change WHERE run = ?1 ORDER BY key";
constexpr std::string_view kMentions =
    "SELECT gained, claim, exposure, polarity, certainty, line, heading, sentence, quantities, evidence FROM "
    "run_mention"
    " WHERE change = ?1 ORDER BY key";
constexpr std::string_view kEntries =
    "SELECT gained, reference, number, line, raw FROM run_entry WHERE change = ?1 ORDER BY key";
constexpr std::string_view kWorks =
    "SELECT change, reference, label, previous, notice, notice_date, mentions FROM run_reference WHERE run = ?1 ORDER "
    "BY"
    " key";
constexpr std::string_view kMentionsNow =
    "SELECT count(*) FROM mention AS m JOIN claim AS c ON c.key = m.claim WHERE c.id = ?1";
constexpr std::string_view kGroundsNow =
    "SELECT count(*) FROM evidence AS e JOIN mention AS m ON m.key = e.mention JOIN claim AS c ON c.key = m.claim"
    " LEFT JOIN citation AS n ON n.key = e.citation WHERE c.id = ?1"
    " AND (e.reference IS NOT NULL OR n.kind IN ('attribution', 'author-year'))";
constexpr std::string_view kLaterMentions =
    "SELECT m.gained, m.claim, m.evidence FROM run_mention AS m JOIN run_change AS c ON c.key = m.change WHERE c.run >"
    " ?1";

/// What a range of runs did to an article, before both sides are compared.
struct Net {
  ArticleDiff diff;
  std::string original;
  std::vector<MentionImage> lost;
  std::vector<MentionImage> gained;
};

// A change that undoes another takes it out.
template <typename Image>
void add(Image image, std::vector<Image>& to, std::vector<Image>& opposite) {
  const auto undone = std::ranges::find_if(opposite, [&](const Image& each) { return is_same(each, image); });
  if (undone == opposite.end()) {
    to.push_back(std::move(image));
  } else {
    opposite.erase(undone);
  }
}

std::int64_t grounds_of(const std::vector<EvidenceImage>& evidence) {
  return std::ranges::count_if(evidence, &EvidenceImage::is_ground);
}

// Of the surest of its links; 0 for none.
double surest(const std::vector<EvidenceImage>& evidence) {
  double weight = 0;
  for (const EvidenceImage& each : evidence) {
    for (const LinkKind kind : {LinkKind::marker, LinkKind::lead_in, LinkKind::attribution, LinkKind::same_paragraph,
                                LinkKind::reference_list}) {
      if (each.is_ground() && each.link == to_string(kind)) weight = std::max(weight, link_weight(kind));
    }
  }
  return weight;
}

struct Balance {
  std::int64_t mentions = 0;
  std::int64_t grounds = 0;
};
using Balances = std::map<std::string, Balance, std::less<>>;

void count(Balances& balances, const std::string& claim, bool gained, const std::vector<EvidenceImage>& evidence) {
  Balance& balance = balances[claim];
  balance.mentions += gained ? 1 : -1;
  balance.grounds += gained ? grounds_of(evidence) : -grounds_of(evidence);
}

class Reader {
 public:
  explicit Reader(const Database& db)
      : db_(db), changes_(db, kChanges), mentions_(db, kMentions), entries_(db, kEntries), works_(db, kWorks) {}

  RunDiff read(std::vector<RecordedRun> runs) && {
    made_.runs = std::move(runs);
    for (const RecordedRun& run : made_.runs) {
      read_changes(run.number);
      read_works(run.number);
    }
    finish_articles();
    finish_claims();
    for (auto& [id, work] : by_work_) {
      if (work.change == "gone" || work.notice_before != work.notice) made_.works.push_back(std::move(work));
    }
    std::ranges::sort(made_.libraries);
    return std::move(made_);
  }

 private:
  void read_changes(std::int64_t run) {
    for (changes_.bind(1, run); changes_.step();) {
      const std::string change(changes_.text(2));
      const std::string path(changes_.text(3));
      if (changes_.text(1) == "library") {
        made_.libraries.push_back(change + " " + path);
        continue;
      }
      if (change == "renamed") {
        rename(std::string(changes_.text(4)), path);
        continue;
      }
      arrive();
      Net& net = at(path, change != "added");
      net.diff.title = changes_.text(5);
      net.diff.format = changes_.text(6);
      net.diff.is_there = change != "removed";
      const std::int64_t key = changes_.integer(0);
      read_mentions(key, net);
      read_entries(key, net);
    }
    arrive();
  }

  Net& at(const std::string& path, bool was_there) {
    const auto known = names_.find(path);
    if (known != names_.end()) return nets_[known->second];
    names_.emplace(path, nets_.size());
    Net& net = nets_.emplace_back();
    net.original = net.diff.article = path;
    net.diff.was_there = was_there;
    return net;
  }

  // Articles that take each other's names do so at once.
  void rename(const std::string& from, const std::string& path) {
    Net& net = at(from, true);
    net.diff.article = path;
    net.diff.title = changes_.text(5);
    net.diff.format = changes_.text(6);
    underway_.emplace_back(path, names_.at(from));
    names_.erase(from);
  }

  void arrive() {
    for (const auto& [path, index] : underway_) names_.insert_or_assign(path, index);
    underway_.clear();
  }

  void read_mentions(std::int64_t change, Net& net) {
    for (mentions_.bind(1, change); mentions_.step();) {
      const bool is_gained = mentions_.integer(0) != 0;
      MentionImage image{
          std::string(mentions_.text(1)), std::string(mentions_.text(2)), std::string(mentions_.text(3)),
          std::string(mentions_.text(4)), mentions_.integer(5),           std::string(mentions_.text(6)),
          std::string(mentions_.text(7)), parse_texts(mentions_.text(8)), parse_evidence(mentions_.text(9))};
      count(balances_, image.claim, is_gained, image.evidence);
      add(std::move(image), is_gained ? net.gained : net.lost, is_gained ? net.lost : net.gained);
    }
  }

  void read_entries(std::int64_t change, Net& net) {
    for (entries_.bind(1, change); entries_.step();) {
      const bool is_gained = entries_.integer(0) != 0;
      EntryImage image{std::string(entries_.text(1)), entries_.integer(2), entries_.integer(3),
                       std::string(entries_.text(4))};
      ArticleDiff& diff = net.diff;
      add(std::move(image), is_gained ? diff.gained_entries : diff.lost_entries,
          is_gained ? diff.lost_entries : diff.gained_entries);
    }
  }

  // A work that was found again is not gone; the first notice and the last one count.
  void read_works(std::int64_t run) {
    for (works_.bind(1, run); works_.step();) {
      const std::string_view change = works_.text(0);
      const std::string id(works_.text(1));
      const std::string previous(works_.text(3));
      if (change == "renamed") {
        if (auto known = by_work_.extract(previous)) {
          known.key() = id;
          by_work_.insert(std::move(known));
        }
        continue;
      }
      if (change == "found") {
        const auto known = by_work_.find(id);
        if (known != by_work_.end() && known->second.change == "gone") by_work_.erase(known);
        continue;
      }
      WorkDiff& work = by_work_[id];
      if (work.change.empty()) work.notice_before = change == "notice" ? previous : std::string(works_.text(4));
      work.change = change;
      work.reference = id;
      work.label = works_.text(2);
      work.notice = works_.text(4);
      work.notice_date = works_.text(5);
      work.mentions = works_.integer(6);
    }
  }

  void finish_articles() {
    for (Net& net : nets_) {
      ArticleDiff& diff = net.diff;
      if (!diff.was_there && !diff.is_there) continue;
      if (net.original != diff.article) diff.previous = net.original;
      diff.mentions = pair_mentions(std::move(net.lost), std::move(net.gained));
      const bool says_the_same = diff.mentions.empty() && diff.lost_entries.empty() && diff.gained_entries.empty();
      if (says_the_same && diff.was_there && diff.is_there && diff.previous.empty()) continue;
      made_.articles.push_back(std::move(diff));
    }
    std::ranges::sort(made_.articles, {}, &ArticleDiff::article);
  }

  // The store says how much there is now; what later runs did is taken off, and then what these did.
  void finish_claims() {
    if (made_.runs.empty()) return;
    Balances later;
    Statement rows(db_, kLaterMentions);
    for (rows.bind(1, made_.runs.back().number); rows.step();) {
      const std::string claim(rows.text(1));
      if (balances_.contains(claim)) count(later, claim, rows.integer(0) != 0, parse_evidence(rows.text(2)));
    }
    Statement mentions(db_, kMentionsNow);
    Statement grounds(db_, kGroundsNow);
    for (const auto& [claim, balance] : balances_) {
      ClaimDiff diff;
      diff.claim = claim;
      diff.mentions_after = number(mentions, claim) - later[claim].mentions;
      diff.grounds_after = number(grounds, claim) - later[claim].grounds;
      diff.mentions_before = diff.mentions_after - balance.mentions;
      diff.grounds_before = diff.grounds_after - balance.grounds;
      const bool came_or_went = (diff.mentions_before > 0) != (diff.mentions_after > 0);
      if (came_or_went || diff.lost_last_evidence()) made_.claims.push_back(std::move(diff));
    }
  }

  static std::int64_t number(Statement& counted, const std::string& claim) {
    std::int64_t found = 0;
    for (counted.bind(1, std::string_view(claim)); counted.step();) found = counted.integer(0);
    return found;
  }

  const Database& db_;
  Statement changes_;
  Statement mentions_;
  Statement entries_;
  Statement works_;
  std::vector<Net> nets_;
  std::map<std::string, std::size_t, std::less<>> names_;      // the articles' paths so far
  std::vector<std::pair<std::string, std::size_t>> underway_;  // to another path
  std::map<std::string, WorkDiff, std::less<>> by_work_;
  Balances balances_;
  RunDiff made_;
};

}  // namespace

bool MentionDiff::lost_ground() const {
  if (!before || !after) return false;
  return grounds_of(after->evidence) < grounds_of(before->evidence) ||
         surest(after->evidence) < surest(before->evidence);
}

std::string_view change_of(const ArticleDiff& article) {
  if (!article.was_there) return "added";
  if (!article.is_there) return "removed";
  return article.previous.empty() ? "changed" : "renamed";
}

RunDiff find_diff(const Database& db, std::vector<RecordedRun> runs) {
  return Reader(db).read(std::move(runs));
}

bool lost_evidence(const RunDiff& diff) {
  const auto is_retracted = [](const WorkDiff& each) { return each.change == "gone" || each.notice == "retraction"; };
  const auto lost_ground = [](const ArticleDiff& each) {
    return std::ranges::any_of(each.mentions, &MentionDiff::lost_ground);
  };
  return std::ranges::any_of(diff.claims, &ClaimDiff::lost_last_evidence) ||
         std::ranges::any_of(diff.works, is_retracted) || std::ranges::any_of(diff.articles, lost_ground);
}

}  // namespace claimbase
