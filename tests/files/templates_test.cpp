#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "src/base/error.h"
#include "src/files/instrument_file.h"
#include "src/files/plan_file.h"
#include "src/files/plan_writer.h"
#include "src/files/toml_edit.h"
#include "tests/files/temporary_folder.h"
#include "tests/support/catch.h"

using namespace folkmoot;
using folkmoot::tests::TemporaryFolder;

namespace {

const std::filesystem::path data = FOLKMOOT_SOURCE_DIR "/data";

std::string content_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

NewPlan next_tuesday() {
    NewPlan wanted;
    wanted.title = "Working \"group\" 8";
    wanted.date =
        LocalTime{Date{std::chrono::year{2026}, std::chrono::month{12}, std::chrono::day{1}}, Minutes{14 * 60}};
    return wanted;
}

std::size_t lines_that_differ(const std::string& a, const std::string& b) {
    std::istringstream left(a), right(b);
    std::string one, other;
    std::size_t count = 0;
    while (std::getline(left, one) && std::getline(right, other)) count += one == other ? 0 : 1;
    return count;
}

struct RemarkedItem {
    std::string remark;  ///< the remarks right above it, as one line
    std::string table;
};

std::vector<RemarkedItem> items_of(const std::filesystem::path& path) {
    std::istringstream in(content_of(path));
    std::vector<RemarkedItem> items;
    std::string line, remark;
    bool in_item = false;
    while (std::getline(in, line)) {
        if (line == "[[item]]") items.push_back({remark, {}});
        if (line.starts_with('[')) in_item = line == "[[item]]";
        if (in_item && !line.empty() && !line.starts_with('#')) items.back().table += line + "\n";
        if (line.starts_with("# "))
            remark += (remark.empty() ? "" : " ") + line.substr(2);
        else
            remark.clear();
    }
    return items;
}

/// What both instruments that come with the program ask about.
const std::set<std::string> themes{"shared purpose", "clear roles", "voice",         "trust",
                                   "power",          "resources",   "communication", "learning"};

std::set<std::string> themes_of(const std::vector<Statement>& statements) {
    std::set<std::string> found;
    for (const auto& statement : statements) found.insert(statement.theme);
    return found;
}

}  // namespace

TEST_CASE("every template says what it is for") {
    const auto known = templates(data / "templates");
    std::vector<std::string> ids;
    for (const auto& info : known) ids.push_back(info.id);
    CHECK(ids == std::vector<std::string>{"difficult-conversation", "ending-well", "expectations", "joint-forum",
                                          "kick-off", "objectives-review", "one-to-one", "what-we-value",
                                          "who-is-in-the-room", "working-group"});
    for (const auto& info : known) {
        INFO(info.id);
        CHECK(info.name != info.id);
        CHECK_FALSE(info.why.empty());
    }
    CHECK(templates("/nowhere").empty());
}

TEST_CASE("every template is a sound plan once it has a title and a date, and fits into its time") {
    const TemporaryFolder folder;
    for (const auto& info : templates(data / "templates")) {
        INFO(info.id);
        const auto path = folder.write("plan.toml", new_plan(info.id, data / "templates", next_tuesday()));
        auto plan = read_plan(path, {{data / "instruments"}, 1});
        CHECK(plan.title == "Working \"group\" 8");
        CHECK(plan.date == next_tuesday().date);
        CHECK_FALSE(plan.checkin_question.empty());
        CHECK_FALSE(plan.checkout_question.empty());
        CHECK(plan.private_view == (info.id == "difficult-conversation"));
        plan.people.resize(info.id == "joint-forum" ? 20 : info.id == "one-to-one" ? 2 : 8);
        CHECK(planned_sum(plan) + plan.buffer <= plan.minutes);
    }
}

TEST_CASE("every item of a template has a remark that says how to do it, and every meeting over an hour a break") {
    for (const auto& info : templates(data / "templates")) {
        INFO(info.id);
        const auto items = items_of(info.path);
        CHECK(items.size() >= 3);
        for (const auto& item : items) {
            INFO(item.table);
            CHECK(item.remark.size() > 20);
        }
        const auto rests = [](const auto& item) { return item.table.find("kind = \"break\"") != std::string::npos; };
        CHECK(std::ranges::any_of(items, rests) == (info.id != "one-to-one"));
        CHECK(content_of(info.path).find('!') == std::string::npos);
    }
}

TEST_CASE("the three exercises end in decisions that become principles") {
    for (const auto* id : {"who-is-in-the-room", "what-we-value", "expectations"}) {
        INFO(id);
        const auto items = items_of(data / "templates" / (std::string(id) + ".toml"));
        REQUIRE_FALSE(items.empty());
        CHECK(items.back().table.find("kind = \"decide\"") != std::string::npos);
        CHECK(items.back().remark.find("partnership principle") != std::string::npos);
    }
    const auto remarks = [](const char* id) {
        std::string all;
        for (const auto& item : items_of(data / "templates" / id)) all += item.remark;
        return all;
    };
    CHECK(remarks("expectations.toml").find("one plain sentence each, which become principles") != std::string::npos);
    CHECK(remarks("what-we-value.toml").find("Lay the sheets side by side") != std::string::npos);
}

TEST_CASE("a new plan keeps every line of its template but those that it sets") {
    const auto before = content_of(data / "templates/working-group.toml");
    const auto after = new_plan("working-group", data / "templates", next_tuesday());
    CHECK(lines_that_differ(before, after) == 2);
    CHECK(after.find("date = 2026-12-01T14:00:00           # local time\n") != std::string::npos);
    CHECK(new_plan((data / "templates/working-group.toml").string(), "/nowhere", {}) == before);
}

TEST_CASE("a new plan with the harbour partnership knows its people") {
    const TemporaryFolder folder;
    std::filesystem::copy_file(data / "examples/harbour.toml", folder / "harbour.toml");
    auto wanted = next_tuesday();
    wanted.partnership_file = "harbour.toml";
    wanted.zone = "Europe/London";
    const auto path = folder.write("plan.toml", new_plan("kick-off", data / "templates", wanted));
    const auto plan = read_plan(path);
    CHECK(plan.people.size() == 8);
    CHECK(plan.partnership == "Harbour research partnership");
    CHECK(plan.zone == "Europe/London");
}

TEST_CASE("an unknown template is answered with those that there are") {
    std::string said;
    try {
        new_plan("workshop", data / "templates", {});
    } catch (const Error& error) {
        said = error.what();
    }
    CHECK(said.find("There is no template workshop; known: ") == 0);
    CHECK(said.find("kick-off") != std::string::npos);
    CHECK_THROWS_AS(new_plan("/nowhere/t.toml", data / "templates", {}), FaultyFile);
}

TEST_CASE("a template can be named by a table, and one that is broken is listed all the same") {
    const TemporaryFolder folder;
    folder.write("a.toml",
                 "# Remark\n[template]\nname = \"Retreat\"\nwhy = \"Once a year.\"\n[meeting]\ntitle = \"R\"\n");
    folder.write("b.toml", "title =");
    folder.write("notes.txt", "no template");
    const auto known = templates(folder.path());
    REQUIRE(known.size() == 2);
    CHECK(known[0].name == "Retreat");
    CHECK(known[0].why == "Once a year.");
    CHECK(known[1].name == "b");
    CHECK(read_plan(folder / "a.toml").title == "R");
    CHECK_THROWS_AS(new_plan("b", folder.path(), next_tuesday()), FaultyFile);
}

TEST_CASE("a value is changed in its place, and added where its table begins") {
    using toml_file::with_value;
    CHECK(with_value("[a]\nk = \"é\" # why\n", "a", "k", "\"new\"", "f") == "[a]\nk = \"new\" # why\n");
    CHECK(with_value("[a]\nk = [1,\n  2] # why\nj = 1", "a", "k", "3", "f") == "[a]\nk = 3 # why\nj = 1");
    CHECK(with_value("[a] # first\nk = 1\n", "a", "j", "2", "f") == "[a] # first\nj = 2\nk = 1\n");
    CHECK(with_value("[a]", "a", "j", "2", "f") == "[a]\nj = 2\n");
    CHECK(with_value("k = 1", "b", "j", "2", "f") == "k = 1\n\n[b]\nj = 2\n");
    CHECK(with_value("k = 1\n[a]\n", "", "j", "2", "f") == "k = 1\nj = 2\n[a]\n");
    CHECK(with_value("k = 1\n\n[a]\n", "", "j", "2", "f") == "k = 1\nj = 2\n\n[a]\n");
    CHECK(with_value("", "", "j", "2", "f") == "j = 2\n");
    CHECK(with_value("\xef\xbb\xbfk = 1\r\n", "", "k", "2", "f") == "\xef\xbb\xbfk = 2\r\n");
}

TEST_CASE("what a person wrote before is kept beside the new file") {
    const TemporaryFolder folder;
    const auto path = folder.write("plan.toml", "old");
    CHECK(save_keeping_backup(path, "new") == std::filesystem::path(path.string() + ".bak"));
    CHECK(content_of(path) == "new");
    CHECK(content_of(folder / "plan.toml.bak") == "old");
    CHECK_FALSE(save_keeping_backup(folder / "first.toml", "new"));
    CHECK_FALSE(std::filesystem::exists(folder / "first.toml.bak"));
    std::filesystem::create_symlink(path, folder / "link.toml");
    save_keeping_backup(folder / "link.toml", "newer");
    CHECK(std::filesystem::is_symlink(folder / "link.toml"));
    CHECK(content_of(path) == "newer");
}

TEST_CASE("the short instrument has twelve statements, and asks all of them within three meetings") {
    const auto path = find_instrument("working-together", {"/nowhere", data / "instruments"});
    REQUIRE(path);
    const auto instrument = read_instrument(*path);
    CHECK(instrument.id == "working-together");
    CHECK(instrument.statements.size() == 12);
    CHECK(instrument.statements_per_meeting == 4);
    CHECK((instrument.low == 1 && instrument.high == 5));
    CHECK((!instrument.low_words.empty() && !instrument.high_words.empty()));
    CHECK(themes_of(instrument.statements) == themes);
    for (std::size_t nth = 1; nth <= 3; ++nth) CHECK(themes_of(statements_for(instrument, nth)).size() == 4);
    CHECK_FALSE(find_instrument("../instruments/working-together", {data / "instruments"}));
}

TEST_CASE("the long instrument asks three statements a theme at once, none of them in the short one") {
    const auto instrument = read_instrument(data / "instruments/looking-back.toml");
    const auto other = read_instrument(data / "instruments/working-together.toml");
    CHECK(instrument.id == "looking-back");
    CHECK(instrument.statements.size() == 24);
    for (std::size_t nth = 1; nth <= 3; ++nth) CHECK(statements_for(instrument, nth) == instrument.statements);
    CHECK((instrument.low == other.low && instrument.high == other.high));
    CHECK((instrument.low_words == other.low_words && instrument.high_words == other.high_words));
    for (const auto& theme : themes) CHECK(std::ranges::count(instrument.statements, theme, &Statement::theme) == 3);
    for (const auto& statement : instrument.statements) {
        INFO(statement.text);
        CHECK(std::ranges::count(instrument.statements, statement.text, &Statement::text) == 1);
        CHECK(std::ranges::count(other.statements, statement.text, &Statement::text) == 0);
        CHECK(std::ranges::count(other.statements, statement.id, &Statement::id) == 0);
    }
}
