#include "src/app/program.h"

#include <fmt/format.h>

#include <utility>

#include "screens/search.h"
#include "src/app/ask.h"
#include "src/app/follower.h"
#include "src/base/error.h"
#include "src/base/text.h"
#include "src/files/plan_file.h"
#include "src/session/known_actions.h"
#include "src/session/next_plan.h"
#include "src/session/partnership.h"
#include "src/time/calendar.h"

namespace folkmoot {

namespace {

std::string described(const MeetingSummary& meeting) {
    return fmt::format("{}, {}", meeting.title, in_words(meeting.date));
}

Question which_open(const std::vector<MeetingSummary>& open, std::size_t digits) {
    Question question{fmt::format("{} meetings are open. Which one?", open.size()), {}};
    for (const auto& meeting : open) question.choices.push_back({meeting.id.shown(digits), described(meeting)});
    return question;
}

/// What the log knows of this partnership's actions, in all its groups.
std::vector<ActionSummary> actions_of(const Partnership& partnership, Records& records) {
    auto actions = records.actions(true);
    const std::string name = text::folded(partnership.name.text);
    std::erase_if(actions, [&](const ActionSummary& each) { return text::folded(each.partnership) != name; });
    return actions;
}

/// Its dates are of one day. On another, the meeting is held today, and what is a week away stays a week away.
void bring_to(Plan& example, const LocalTime& today) {
    if (!example.date || example.date->date == today.date) return;
    const int days = days_between(example.date->date, today.date);
    const auto move = [days](std::optional<Date>& date) {
        if (date) date = plus_days(*date, days);
    };
    example.date = today;
    for (auto& item : example.items)
        for (auto& paper : item.papers) move(paper.sent);
    for (auto& objective : example.objectives) move(objective.review);
    for (auto& action : example.actions) move(action.due);
}

}  // namespace

AppSettings app_settings(Preferences& preferences, const std::filesystem::path& log, const std::string& program) {
    AppSettings result;
    result.preferences = &preferences;
    result.log_folder = log.parent_path();
    result.program = program;
    adopt(result, preferences.settings());
    return result;
}

void adopt(AppSettings& app, const Settings& settings) {
    app.thresholds = settings.thresholds;
    app.bell_for_time = settings.bell != Settings::Bell::off;
    app.bell_for_errors = settings.bell == Settings::Bell::all;
    app.last_minute_seconds = settings.last_minute_seconds;
    app.minutes_folder =
        settings.minutes_folder.empty() ? app.log_folder / "minutes" : std::filesystem::path(settings.minutes_folder);
    app.papers_ahead = settings.papers_ahead;
    // Said in full: whoever reads it may be in another folder by then.
    app.minutes_folder = std::filesystem::absolute(app.minutes_folder).lexically_normal();
}

void Program::greet(const std::vector<std::string>& notices) {
    const bool screen = desk_.renderer.face() == FaceKind::screen;
    // The full screen has two rows for messages: which face it is comes first there.
    if (screen)
        say(Kind::plain, fmt::format("Folkmoot, full screen, {} profile. For plain lines type :linear.",
                                     desk_.renderer.shows_time() ? "visual" : "reader"));
    if (desk_.set_clock != nullptr)
        say(Kind::plain, fmt::format("The clock is set: it starts on {}, and moves only with lines such as @+5m.",
                                     in_words(local_time_of(desk_.clock.now()))));
    if (!screen) say(Kind::plain, "Folkmoot, linear: plain lines of text. Type help for the words, quit to leave.");
    for (const auto& notice : notices) say(Kind::plain, notice);
    if (desk_.settings.preferences == nullptr) return;
    for (const auto& fault : desk_.settings.preferences->key_faults()) say(Kind::plain, fault);
}

Keys Program::keys() const {
    return desk_.settings.preferences == nullptr ? Keys{} : desk_.settings.preferences->face().keys;
}

/// The partnership's norm, else the person's own.
int Program::papers_ahead(const Plan& plan) const {
    const auto known = desk_.records.partnership(plan.partnership);
    return known && known->ways.papers_ahead ? *known->ways.papers_ahead : desk_.settings.papers_ahead;
}

/// A plan that names neither a partnership nor anybody means the one that met last, else the only one.
std::optional<Partnership> Program::partnership_of(const Plan& plan) const {
    constexpr const char* unnamed = "Our partnership";
    if (!plan.partnership.empty() || !plan.people.empty())
        return desk_.records.partnership(plan.partnership.empty() ? unnamed : plan.partnership);
    const auto newest = desk_.records.meetings(1);
    if (!newest.empty()) return desk_.records.partnership(newest.front().partnership);
    auto all = desk_.records.partnerships();
    if (all.size() != 1) return std::nullopt;
    return std::move(all.front());
}

/// Which of the group's meetings it is says which statements of the pulse take their turn.
Plan Program::plan_in(const std::filesystem::path& path) const {
    Plan plan = read_plan(path);
    if (!plan.pulse) return plan;
    const std::string group = text::folded(plan.group);
    PlanReading reading;
    reading.nth_meeting = 1;
    for (const MeetingSummary& each : desk_.records.meetings(0)) {
        const bool same = plan.partnership.empty() || text::folded(each.partnership) == text::folded(plan.partnership);
        if (each.closed && same && text::folded(each.group) == group) ++*reading.nth_meeting;
    }
    return read_plan(path, reading);
}

Ending Program::run_plan(const std::filesystem::path& path, bool again) {
    Plan plan = plan_in(path);
    if (!again) {
        if (const auto ending = known_plan(plan, path)) return *ending;
    }
    const auto known = partnership_of(plan);
    for (const auto& note : notes_on(known ? with_people_of(plan, *known) : plan, papers_ahead(plan)))
        say(Kind::plain, note);
    const Date today = date_of(desk_.clock.now());
    if (plan.date && plan.date->date != today)
        say(Kind::plain, fmt::format("The plan is for {}. Today is {}.", in_words(plan.date->date), in_words(today)));
    return open(std::move(plan), true);
}

std::optional<Ending> Program::known_plan(const Plan& plan, const std::filesystem::path& path) {
    const auto earlier = desk_.records.meetings_from(fingerprint(plan));
    for (const auto& meeting : earlier) {
        if (meeting.closed) continue;
        const Question question{fmt::format("A meeting from this plan is open already: {}.", described(meeting)),
                                {{"resume", "take it up again"},
                                 {"leave", "leave it open, and begin nothing"},
                                 {"new", "begin another meeting from the same plan"}}};
        const auto choice = ask(desk_.renderer, question);
        if (choice == 0U) return take_up(meeting.id);
        if (choice == 2U) return std::nullopt;
        return Ending::left_open;
    }
    if (earlier.empty()) return std::nullopt;
    throw Error(
        fmt::format("The meeting from this plan is closed: {}. To hold one from the same plan again, type: "
                    "folkmoot run {} --again",
                    described(earlier.front()), path.string()));
}

Ending Program::run_example(const std::filesystem::path& plan) {
    say(Kind::plain, "This is an example. It is kept apart from your meetings, and goes when you leave it.");
    const auto before = desk_.records.meetings(0).size();
    if (before > 0)
        say(Kind::plain, fmt::format("{} before it. To read how they went, leave it with quit: its home has "
                                     "their trends.",
                                     text::count(before, "meeting came", "meetings came")));
    desk_.settings.example = true;
    Plan example = plan_in(plan);
    bring_to(example, local_time_of(desk_.clock.now()));
    for (const auto& note : notes_on(example, desk_.settings.papers_ahead)) say(Kind::plain, note);
    const Ending ending = open(std::move(example), true);
    if (ending == Ending::stopped) say_example_ends();
    return ending == Ending::stopped || !desk_.renderer.alive() ? ending : home();
}

Ending Program::run_without_plan() {
    Plan plan;
    plan.title = fmt::format("Meeting of {}", in_words(date_of(desk_.clock.now())));
    return open(std::move(plan), false);
}

Ending Program::open(Plan plan, bool with_people) {
    const std::string source = fingerprint(plan);
    const auto known = partnership_of(plan);
    if (known) plan.partnership = known->name.text;
    if (with_people && known) plan = with_people_of(std::move(plan), *known);
    const CarryOver carry_over = known ? desk_.records.carry_over(known->id, plan.group) : CarryOver{};
    if (known && !plan.actions.empty())
        for (const auto& note : leave_out_known_actions(plan, actions_of(*known, desk_.records)))
            say(Kind::plain, note);
    const Stamp now = desk_.clock.now();
    const Opening opening = prepare(plan, known, carry_over, source, now, desk_.ids);
    Engine engine(desk_.journal, desk_.records, opening, now);
    // The first plan of a partnership is new in all its lines; only later is a difference worth hearing.
    if (known)
        for (const auto& difference : opening.differences) say(Kind::plain, difference);
    for (const auto& note : opening.notes) say(Kind::plain, note);
    return hold(engine);
}

Ending Program::hold(Engine& engine) {
    // An earlier meeting may have changed them.
    if (desk_.settings.preferences != nullptr) adopt(desk_.settings, desk_.settings.preferences->settings());
    AppSettings settings = desk_.settings;
    settings.search = [this](const std::string& typed) {
        return search_page(desk_.records, typed, date_of(desk_.clock.now()), false);
    };
    settings.amend = [this, &engine](const std::string& typed) -> std::variant<std::string, Refusal> {
        const auto& last = engine.state().plan.carry_over.last_meeting;
        if (!last) return Refusal{"The log has no earlier minutes of this group that could be corrected."};
        return amending().amend(*last, typed, desk_.clock.now());
    };
    settings.take_back_amendment = [this, &engine]() -> std::variant<std::string, Refusal> {
        return amending().take_back(engine.state().plan.carry_over.last_meeting.value(), desk_.clock.now());
    };
    return App(engine, desk_.renderer, desk_.clock, desk_.set_clock, std::move(settings), desk_.idle).run();
}

Ending Program::take_up(const MeetingId& meeting) {
    Engine engine(desk_.journal, desk_.records, meeting);
    return hold(engine);
}

Ending Program::resume(const std::string& id) {
    if (!id.empty()) {
        const MeetingSummary meeting = desk_.find_meeting(id);
        if (meeting.closed)
            throw Error(fmt::format("{} is closed. To read it type: {} log show {}", described(meeting),
                                    desk_.settings.program, meeting.id.shown(desk_.records.prefix_length())));
        return take_up(meeting.id);
    }
    const auto open = desk_.records.open_meetings();
    if (open.empty())
        throw Error(fmt::format("No meeting is open. Begin one with: {} run PLAN.toml", desk_.settings.program));
    if (open.size() == 1) return take_up(open.front().id);
    const auto choice = ask(desk_.renderer, which_open(open, desk_.records.prefix_length()));
    return choice ? take_up(open[*choice].id) : Ending::left_open;
}

Ending Program::follow(const std::string& id) {
    const auto open = desk_.records.open_meetings();
    if (id.empty() && open.empty()) throw Error("No meeting is open, so there is nothing to follow.");
    const MeetingSummary meeting = id.empty() ? open.front() : desk_.find_meeting(id);
    Follower(desk_.records, desk_.renderer, desk_.clock, meeting.id, keys()).run();
    return Ending::left_open;
}

void Program::say(Kind kind, const std::string& text) {
    desk_.renderer.announce({kind, text, false});
    desk_.settings.said.push_back(text);
}

}  // namespace folkmoot
