#include "tests/render/every_page.h"

#include "screens/home.h"
#include "src/app/preferences.h"
#include "src/page/help.h"
#include "tests/screens/a_meeting.h"

namespace folkmoot::tests {

std::vector<Shown> every_page() {
    std::vector<Shown> all;
    AMeeting opening;
    all.push_back({"opening", opening.page()});
    AMeeting checkin;
    checkin.everyone_here().act(command::Next{});
    all.push_back({"check-in", checkin.page()});
    AMeeting item;
    item.everyone_here().to_item(1).act(command::Speak{item.person(2)});
    item.act(command::RaiseHand{item.person(3), "about the cost"});
    item.act(command::Capture{CaptureKind::decision, "We print it large", "", {}, {}});
    item.act(command::Capture{CaptureKind::action, "Ask the printer", "", item.person(1), {}});
    all.push_back({"item", item.page()});
    AMeeting decision = item;
    decision.act(command::Reserve{1, decision.person(1), "It costs more"});
    decision.memory.decision = {1, decision.state.place};
    all.push_back({"decision", decision.page()});
    AMeeting asked = item;
    asked.memory.question = asked.typed(Word::next).question;
    REQUIRE(asked.memory.question);
    all.push_back({"question", asked.page()});
    AMeeting pulse;
    pulse.everyone_here().act(command::Go{{Stage::pulse, std::nullopt}});
    all.push_back({"pulse", pulse.page()});
    AMeeting checkout;
    checkout.everyone_here().act(command::Go{{Stage::checkout, std::nullopt}});
    all.push_back({"check-out", checkout.page()});
    AMeeting closing = item;
    closing.act(command::Go{{Stage::closing, std::nullopt}});
    all.push_back({"closing", closing.page()});
    all.push_back({"home", home_page({})});
    const Preferences preferences("settings.toml", {}, false, true);
    all.push_back({"settings", preferences.page()});
    all.push_back({"keys", preferences.keys_page()});
    all.push_back({"help", help_page("What this is.", item.page().words)});
    all.push_back({"all-help", help_on_everything()});
    return all;
}

}  // namespace folkmoot::tests
