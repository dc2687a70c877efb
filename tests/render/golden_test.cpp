// The main screens as they look, held as text: FOLKMOOT_WRITE_GOLDEN=1 writes them anew, in a commit that says why.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "src/base/text.h"
#include "src/render/screen_model.h"
#include "tests/render/every_page.h"
#include "tests/support/catch.h"

using namespace folkmoot;

namespace {

struct Look {
    const char* name;
    bool reader;
    Size size;
};

std::string drawn(const Page& page, const Look& look) {
    ScreenModel model({look.reader, Hints::full, true});
    model.resize(look.size);
    model.show(page);
    const Frame frame = model.frame();
    std::string all;
    for (std::size_t row = 0; row < frame.rows.size(); ++row) {
        std::string line = text_of(frame.rows[row]);
        while (line.ends_with(' ')) line.pop_back();
        // The row that has the cursor is marked in front, so that the golden page holds the focus too.
        all += (row == frame.cursor_row ? "> " : "  ") + line;
        while (all.ends_with(' ')) all.pop_back();
        all += '\n';
    }
    return all;
}

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::stringstream all;
    all << file.rdbuf();
    return all.str();
}

}  // namespace

TEST_CASE("the main screens look as they did, in both profiles") {
    const bool write = std::getenv("FOLKMOOT_WRITE_GOLDEN") != nullptr;
    const std::filesystem::path folder = std::filesystem::path(FOLKMOOT_SOURCE_DIR) / "tests" / "golden" / "screens";
    for (const Look& look : {Look{"visual-80x25", false, {25, 80}}, Look{"reader-80x25", true, {25, 80}},
                             Look{"visual-132x43", false, {43, 132}}, Look{"reader-40x12", true, {12, 40}}}) {
        for (const auto& shown : tests::every_page()) {
            const auto path = folder / look.name / (shown.name + ".txt");
            INFO(path.string());
            const std::string now = drawn(shown.page, look);
            if (write) {
                std::filesystem::create_directories(path.parent_path());
                std::ofstream(path) << now;
            }
            CHECK(now == read(path));
        }
    }
}
