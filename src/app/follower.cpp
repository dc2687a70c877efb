#include "src/app/follower.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "src/app/faces.h"
#include "src/app/topics.h"
#include "src/page/help.h"
#include "src/session/narrate.h"

namespace folkmoot {

namespace {

constexpr std::chrono::seconds look_every{1};

constexpr auto reading_words = std::to_array<Word>(
    {Word::where, Word::time, Word::who, Word::agenda, Word::voices, Word::again, Word::history, Word::message,
     Word::support, Word::glossary, Word::help, Word::screen, Word::linear, Word::quit});

bool only_reads(Word word) { return std::ranges::find(reading_words, word) != reading_words.end(); }

}  // namespace

Follower::Follower(Records& records, Renderer& renderer, Clock& clock, const MeetingId& meeting, Keys keys)
    : records_(records),
      renderer_(renderer),
      clock_(clock),
      state_(fold(meeting, records.events(meeting))),
      now_(clock.now()) {
    memory_.private_hidden = true;
    memory_.keys = std::move(keys);
    memory_.on_full_screen = renderer_.face() == FaceKind::screen;
}

void Follower::run() {
    say("You are following this meeting. Nothing can be changed from here. To stop: quit.");
    show();
    while (!leaving_ && renderer_.alive()) {
        const Input input = renderer_.read(look_every);
        now_ = clock_.now();
        if (const auto* line = std::get_if<input::Line>(&input))
            take_line(line->text);
        else if (const auto* chosen = std::get_if<input::Chosen>(&input))
            take_word(chosen->intent);
        else if (std::holds_alternative<input::End>(input) || std::holds_alternative<input::Stop>(input))
            leaving_ = true;
        if (!leaving_) catch_up();
    }
}

void Follower::catch_up() {
    if (records_.last_sequence(state_.id) > state_.events.size()) {
        for (const Recorded& recorded : records_.events(state_.id)) {
            if (recorded.sequence <= state_.events.size()) continue;
            apply(state_, recorded);
            say(announce(state_, recorded));
        }
    }
    show_if_moved();
}

void Follower::take_line(const std::string& line) {
    if (line.empty()) return;
    const Page here = page();
    const auto read = read_line(line, here.words, memory_.keys);
    if (const auto* intent = std::get_if<Intent>(&read)) return take_word(*intent);
    say(unread_in_words(std::get<Unread>(read), here.words), Kind::error);
}

void Follower::take_word(const Intent& intent) {
    switch (intent.word) {
        case Word::quit:
            leaving_ = true;
            return;
        case Word::again:
            return show();
        case Word::screen:
        case Word::linear: {
            const FaceKind kind = intent.word == Word::screen ? FaceKind::screen : FaceKind::linear;
            if (kind != renderer_.face()) {
                if (!renderer_.change_face(kind)) return say("There is no full screen here.", Kind::error);
                memory_.on_full_screen = kind == FaceKind::screen;
                say(face_changed(kind, where_line(view())));
            }
            return show();
        }
        default:
            break;
    }
    if (!only_reads(intent.word))
        return say(fmt::format("{} changes the meeting, and you are only following it.", info(intent.word).name),
                   Kind::error);
    if (const std::string topic = topic_text(intent); !topic.empty()) return say(topic, Kind::plain, true);
    const Reaction reaction = react(view(), intent);
    say(reaction.said, reaction.error ? Kind::error : Kind::plain, true);
}

void Follower::say(const std::string& text, Kind kind, bool to_read) {
    if (text.empty()) return;
    renderer_.announce({kind, text, false, to_read});
    if (to_read) return;
    memory_.last_said = text;
    memory_.said.push_back(text);
}

void Follower::show() {
    shown_ = where_shown();
    renderer_.show(page());
}

void Follower::show_if_moved() {
    if (where_shown() != shown_)
        show();
    else
        renderer_.refresh(page());
}

std::string Follower::where_shown() const {
    return fmt::format("{} {} {}", static_cast<int>(state_.place.stage),
                       state_.place.item ? state_.place.item->hex() : "", state_.closed.has_value());
}

/// The page of the place without anything that could be done there.
Page Follower::page() const {
    Page page = page_of(view());
    page.title = "Following: " + page.title;
    page.question.reset();
    page.prompt = "Following";
    page.key_acts.clear();
    std::erase_if(page.blocks, [](const Block& block) { return std::holds_alternative<Hint>(block); });
    for (Block& block : page.blocks) {
        if (auto* text = std::get_if<Text>(&block)) text->how = {};
        if (auto* list = std::get_if<List>(&block)) {
            for (ListItem& line : list->items) {
                line.acts.clear();
                line.how = {};
            }
        }
    }
    page.words.assign(reading_words.begin(), reading_words.end());
    return page;
}

}  // namespace folkmoot
