// The parts list: parse, open the log, engine, renderer, loop.
#include <clocale>
#include <cstdlib>

#include "src/app/faces.h"
#include "src/app/first_start.h"
#include "src/app/preferences.h"
#include "src/app/program.h"
#include "src/app/waiting.h"
#include "src/cli/commands.h"
#include "src/cli/face_choice.h"
#include "src/cli/failure.h"
#include "src/cli/keeper.h"
#include "src/cli/parse.h"
#include "src/cli/surroundings.h"
#include "src/files/data_folder.h"
#include "src/log/log.h"
#include "src/render/curses_terminal.h"
#include "src/render/make_face.h"

namespace folkmoot {
namespace {

Ending hold(const Launch& launch, Program& program, const std::function<Ending()>& demo) {
    if (const auto* run = std::get_if<launch::Run>(&launch.command))
        return run->plan ? program.run_plan(*run->plan, run->again) : program.run_without_plan();
    if (const auto* resume = std::get_if<launch::Resume>(&launch.command)) return program.resume(resume->id);
    if (const auto* follow = std::get_if<launch::Follow>(&launch.command)) return program.follow(follow->id);
    if (std::holds_alternative<launch::Home>(launch.command)) return program.home();
    return demo();
}

Desk desk_on(Log& log, Renderer& renderer, const TheClock& clock, IdSource& ids, const AppSettings& settings) {
    log.when_long(Waiting(renderer, *clock.clock));
    return {.journal = log,
            .records = log,
            .renderer = renderer,
            .clock = *clock.clock,
            .set_clock = clock.set,
            .ids = ids,
            .settings = settings,
            .idle = [&log] { return log.use_idle_moment(); },
            .find_meeting = [&log](const std::string& id) { return find_meeting(log, id); }};
}

/// The example with its past, in a folder of its own that is gone afterwards.
Ending run_demo(Renderer& renderer, const TheClock& clock, IdSource& ids, Preferences& preferences) {
    const ScratchFolder folder;
    const auto log = Log::open(folder.path() / "demo.db", LogMode::write);
    cli::import_into(*log, data_folder() / "examples" / "harbour-story.jsonl", *clock.clock);
    Program program(desk_on(*log, renderer, clock, ids, app_settings(preferences, log->path(), "folkmoot")));
    return program.run_example(data_folder() / "examples" / "working-group-7.toml");
}

int run_with_face(const Launch& launch, TheClock& clock) {
    const Settings settings = read_settings(settings_path());
    const FaceChoice choice = choose_face(launch, settings, face_surroundings(can_place_cursor(std::getenv("TERM"))));
    const bool follows = std::holds_alternative<launch::Follow>(launch.command);
    const auto log = Log::open(log_path(launch), follows ? LogMode::read : LogMode::write);
    IdSource ids = ids_from_environment(*log);
    Preferences preferences(settings_path(), settings, choice.reader, choice.colour);
    Faces renderer(choice.screen && !choice.ask ? FaceKind::screen : FaceKind::linear, choice.screen_possible,
                   preferences.face(), make_face);
    if (choice.ask) settle_use(renderer, preferences);
    Desk desk = desk_on(*log, renderer, clock, ids, app_settings(preferences, log->path(), program_words(launch)));
    cli::Keeper keeper(*log, *clock.clock, cli::typed_at_home);
    desk.keeping = &keeper;
    desk.demo = [&] { return run_demo(renderer, clock, ids, preferences); };
    Program program(desk);
    program.greet(notices(*log, settings));
    const Ending ending = hold(launch, program, desk.demo);
    renderer.finish();  // a failure of the last write must be heard as well
    log->finish();
    if (!renderer.alive()) throw OutputLost(renderer.reason(), program_words(launch));
    return ending == Ending::trouble ? 1 : 0;
}

int run(const std::vector<std::string>& arguments) {
    hold_standard_streams();
    const auto parsed = parse(arguments);
    if (const auto* finished = std::get_if<Finished>(&parsed)) return finish(*finished);
    const auto& launch = std::get<Launch>(parsed);
    TheClock clock = clock_from_environment();
    if (const auto told = run_command(launch, *clock.clock))
        return finish({told->status, told->text, "", told->for_people, told->for_programs});
    return run_with_face(launch, clock);
}

}  // namespace
}  // namespace folkmoot

int main(int argc, char* argv[]) {
    std::setlocale(LC_CTYPE, "");
    try {
        return folkmoot::run({argv + 1, argv + argc});
    } catch (...) {
        return folkmoot::report_failure();
    }
}
