#include "query/article_names.h"

#include <string_view>

namespace claimbase {

std::vector<std::string> articles_named(const Database& db, const std::string& name) {
  for (const std::string_view sql :
       {std::string_view("SELECT path FROM article WHERE path = ?1"),
        std::string_view("SELECT path FROM article WHERE path GLOB ?1 ORDER BY path"),
        std::string_view("SELECT path FROM article WHERE path GLOB '*/' || ?1 ORDER BY path")}) {
    std::vector<std::string> paths;
    Statement find(db, sql);
    find.bind(1, std::string_view(name));
    while (find.step()) paths.emplace_back(find.text(0));
    if (!paths.empty()) return paths;
  }
  return {};
}

}  // namespace claimbase
