// The parts list: parse, open the log, engine, renderer, loop.
#include <unistd.h>

#include <clocale>

#include "src/app/program.h"
#include "src/base/ascii.h"
#include "src/cli/commands.h"
#include "src/cli/failure.h"
#include "src/cli/parse.h"
#include "src/cli/surroundings.h"
#include "src/files/data_folder.h"
#include "src/log/log.h"
#include "src/render/linear.h"

namespace folkmoot {
namespace {

LinearSettings linear_settings(const Settings& settings) {
    LinearSettings linear{std::nullopt, locale_is_utf8()};
    if (settings.width > 0) linear.width = static_cast<std::size_t>(settings.width);
    return linear;
}

Ending hold(const Launch& launch, Program& program, const std::function<void()>& demo) {
    if (const auto* run = std::get_if<launch::Run>(&launch.command))
        return run->plan ? program.run_plan(*run->plan, run->again) : program.run_without_plan();
    if (const auto* resume = std::get_if<launch::Resume>(&launch.command)) return program.resume(resume->id);
    if (std::holds_alternative<launch::Home>(launch.command)) return program.home();
    demo();
    return Ending::left_open;
}

/// The example, in a folder of its own that is gone afterwards.
void run_demo(const Desk& desk, const Settings& settings) {
    const ScratchFolder folder;
    const auto log = Log::open(folder.path() / "demo.db", LogMode::write);
    Program program({.journal = *log,
                     .records = *log,
                     .renderer = desk.renderer,
                     .clock = desk.clock,
                     .set_clock = desk.set_clock,
                     .ids = desk.ids,
                     .settings = app_settings(settings, log->path(), "folkmoot"),
                     .idle = {},
                     .find_meeting = {},
                     .demo = {}});
    program.run_example(data_folder() / "examples" / "working-group-7.toml", folder.path());
}

int run_with_face(const Launch& launch, TheClock& clock) {
    const Settings settings = read_settings(settings_path());
    const auto log = Log::open(log_path(launch), LogMode::write);
    IdSource ids = ids_from_environment(*log);
    Linear renderer(STDIN_FILENO, STDOUT_FILENO, linear_settings(settings));
    Desk desk{.journal = *log,
              .records = *log,
              .renderer = renderer,
              .clock = *clock.clock,
              .set_clock = clock.set,
              .ids = ids,
              .settings = app_settings(settings, log->path(), program_words(launch)),
              .idle = [&log] { return log->use_idle_moment(); },
              .find_meeting = [&log](const std::string& id) { return find_meeting(*log, id); },
              .demo = {}};
    desk.demo = [&desk, &settings] { run_demo(desk, settings); };
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
        return finish({told->status, told->text, "", told->for_people});
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
