// The program between its meetings: the home screen, opening a plan, taking up what is open.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "screens/home.h"
#include "screens/plan.h"
#include "src/app/amending.h"
#include "src/app/app.h"
#include "src/base/id.h"
#include "src/files/plan_at_hand.h"
#include "src/files/settings_file.h"
#include "src/meeting/plan.h"
#include "src/session/actions_desk.h"
#include "src/session/journal.h"
#include "src/session/keeping.h"
#include "src/session/partnership_desk.h"
#include "src/session/records.h"

namespace folkmoot {

/// The parts that main built.
struct Desk {
    Journal& journal;
    Records& records;
    Renderer& renderer;
    Clock& clock;
    SetClock* set_clock;  ///< the clock again, when typed lines move it; else null
    IdSource& ids;
    AppSettings settings;
    std::function<std::vector<std::string>()> idle = {};
    /// The meeting whose id begins so, or "last"; Error names the choices.
    std::function<MeetingSummary(const std::string&)> find_meeting = {};
    std::function<Ending()> demo = {};  ///< runs the example apart from the log; may be empty
    Keeping* keeping = nullptr;         ///< of the log itself; null in the example, whose log goes with it
};

/// Minutes go where the settings say, else beside the log. `program` is what is typed to come back to that log.
AppSettings app_settings(Preferences& preferences, const std::filesystem::path& log, const std::string& program);

/// Each throws Error in plain words when it cannot begin.
class Program {
public:
    explicit Program(const Desk& desk)
        : desk_(desk), actions_(desk.journal, desk.records), partnership_desk_(desk.journal, desk.records) {}

    /// The first line (which face, how to get help; a set clock), then what the caller has to say.
    void greet(const std::vector<std::string>& notices);
    Ending home();
    Ending run_plan(const std::filesystem::path& path, bool again);
    /// A plan on a desk of its own that goes afterwards: what it leaves is read at a home of its own until then, with
    /// what came before it. The group must not have met yet, so that its first meeting looks like one.
    Ending run_example(const std::filesystem::path& plan);
    /// A meeting without a plan, named after today; people walk in.
    Ending run_without_plan();
    /// By the beginning of its id, "last", or empty: the one that is open, asked for when there are several.
    Ending resume(const std::string& id);
    /// The same, only to watch it; empty: the newest that is open.
    Ending follow(const std::string& id);

private:
    /// `with_people`: when the plan names nobody, everyone of its partnership is expected.
    Ending open(Plan plan, bool with_people);
    Ending hold(Engine& engine);
    Ending take_up(const MeetingId& meeting);
    /// Back at home, unless nobody is there any more or the log takes nothing.
    void after(Ending ending);
    void say_example_ends();
    bool leave_example();
    [[nodiscard]] int papers_ahead(const Plan& plan) const;
    void start(const std::string& plan);
    /// Nothing: go on and open a new one.
    std::optional<Ending> known_plan(const Plan& plan, const std::filesystem::path& path);
    void say(Kind kind, const std::string& text);
    bool may_begin(const Intent& intent);
    void take_home_word(const Intent& intent, const Page& page);
    void try_home_word(const Intent& intent, const Page& page);
    void change_face(FaceKind kind);
    void show_meeting(const std::string& id);
    void show_minutes(const std::string& typed);
    void show_story(const std::string& typed);
    /// Everybody's, or those for one person of it, who is found by a name that was typed.
    [[nodiscard]] Page minutes_page(const MeetingId& meeting, const std::string& person = "") const;
    void show_actions(const std::string& asked);
    void act_on_action(const Intent& intent);
    void undo();
    void amend(const std::string& typed);
    [[nodiscard]] Amending amending() const;
    void look_at_actions_again();
    [[nodiscard]] Partnership partnership_meant() const;
    void choose_partnership(const std::string& name);
    [[nodiscard]] Page page_of_partnership() const;
    void look_at_partnership_again();
    void take_partnership_word(const std::string& typed);
    void import_partnership(const std::string& file);
    void export_partnership(const std::string& file);
    void show_checklist(const std::string& typed);
    void tick(const std::string& typed, bool ticked);
    void take_attendance_word(const std::string& typed);
    void take_support_word();
    /// A sentence that says what to type, as this face is used.
    [[nodiscard]] std::string in_face(const std::string& how) const;
    void take_glossary_word(const std::string& typed);
    void take_keeping_word(const Intent& intent);
    void show_held(const std::string& name);
    void forget(const std::string& typed);
    void after_forgetting();
    void back_up(const std::string& typed);
    void look_over(const std::string& typed);
    [[nodiscard]] std::optional<Partnership> partnership_of(const Plan& plan) const;
    [[nodiscard]] Plan plan_in(const std::filesystem::path& path) const;
    [[nodiscard]] std::optional<MeetingSummary> begun_from(const std::filesystem::path& path) const;
    [[nodiscard]] Page plans_page() const;
    void show_plans();
    void take_plan_word(const std::string& typed);
    void begin_plan(const std::string& word, const std::string& typed);
    [[nodiscard]] PlanView look_at_plan() const;
    void take_back_plan();
    void take_settings_word(const std::string& typed);
    [[nodiscard]] Keys keys() const;
    void preview(const std::filesystem::path& path);
    void show_home();
    void help(const std::string& about, const Page& page);
    [[nodiscard]] HomeView look() const;

    Desk desk_;
    ActionsDesk actions_;
    PartnershipDesk partnership_desk_;
    std::vector<ActionSummary> actions_read_;  ///< the list that numbers mean, since `actions` was typed last
    std::string actions_asked_;                ///< what was typed behind it
    std::optional<MeetingId> meeting_read_;    ///< whose minutes or story was read last
    bool actions_read_last_ = false;           ///< the actions, and no meeting since
    struct ActionChange {};
    struct PartnershipChange {};
    struct PlanChange {};
    /// What was changed at home, for undo: an action, the minutes of that meeting, the partnership, or the plan.
    std::vector<std::variant<ActionChange, MeetingId, PartnershipChange, PlanChange>> changes_;
    std::optional<PlanAtHand> plan_;                  ///< the one that is being made
    std::optional<PartnershipId> partnership_read_;   ///< the last
    std::optional<PartnershipStage> checklist_read_;  ///< and not the partnership's own page since
    std::optional<Ending> leaving_;                   ///< home is to be left, and how
    bool home_due_ = true;                            ///< the home page is to be shown whole
};

}  // namespace folkmoot
