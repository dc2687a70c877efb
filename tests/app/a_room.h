// A program on a log of its own, with a clock that is set.
#pragma once

#include <fstream>
#include <memory>
#include <string>

#include "src/app/program.h"
#include "src/cli/commands.h"
#include "src/cli/keeper.h"
#include "src/cli/surroundings.h"
#include "src/log/log.h"
#include "src/render/script.h"

namespace folkmoot::tests {

inline constexpr const char* plan_text = R"([meeting]
title = "Working group 7"
minutes = 60

[[person]]
name = "Asha"
partner = "Harbour Voices"

[[person]]
name = "Ben"
partner = "University"

[[item]]
title = "Recruitment advert"
kind = "explore"
minutes = 20
)";

struct Room {
    ScratchFolder folder;
    std::unique_ptr<Log> log = Log::open(folder.path() / "log.db", LogMode::write);
    SetClock clock = *SetClock::from("2026-11-24T14:00:00Z");
    IdSource ids{"app test"};
    std::filesystem::path plan = folder.path() / "plan.toml";

    Room() { std::ofstream(plan) << plan_text; }

    cli::Keeper keeper{*log, clock, cli::typed_at_home};
    Preferences preferences{folder.path() / "settings.toml", {}, false, true};

    Ending run(Renderer& face, bool again = false) { return program(face).run_plan(plan, again); }
    Program program(Renderer& face) {
        AppSettings settings;
        settings.log_folder = folder.path();
        settings.preferences = &preferences;
        settings.thresholds = default_thresholds();
        settings.minutes_folder = folder.path() / "minutes";
        settings.plans_folder = folder.path();
        return Program(Desk{.journal = *log,
                            .records = *log,
                            .renderer = face,
                            .clock = clock,
                            .set_clock = &clock,
                            .ids = ids,
                            .settings = settings,
                            .idle = {},
                            .find_meeting = [this](const std::string& id) { return find_meeting(*log, id); },
                            .demo = {},
                            .keeping = &keeper});
    }
};

inline bool says(const Script& face, std::string_view part) { return face.heard().find(part) != std::string::npos; }

}  // namespace folkmoot::tests
