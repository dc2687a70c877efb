// The rows of the table of words, apart from what reads them.
#pragma once

#include <array>

#include "src/page/words.h"

namespace folkmoot {

// In the order in which help shows them. Two rows may share a key only when they are never possible together: "b"
// rests and takes up again.
inline constexpr auto words_table = std::to_array<WordInfo>({
    {Word::next, "next", "", ".", Where::everywhere, "Goes on to what comes next.", "next"},
    {Word::back, "back", "", ",", Where::everywhere, "Goes back to what came before.", "back"},
    {Word::go, "go", "N or STAGE", "", Where::everywhere, "Goes to an item by its number, or to a stage by its name.",
     "go 2"},
    {Word::where, "where", "", "w", Where::everywhere, "Says in one line where the meeting is.", "where"},
    {Word::time, "time", "", "t", Where::everywhere,
     "Says how much time is left, and when the meeting is likely to end.", "time"},
    {Word::who, "who", "", "y", Where::everywhere, "Says who is here, with seat numbers.", "who"},
    {Word::agenda, "agenda", "", "", Where::everywhere, "Lists the items with their times and how they stand.",
     "agenda"},
    {Word::voices, "voices", "", "v", Where::everywhere, "Says how often and how long people have spoken.", "voices"},
    {Word::search, "search", "WORDS", "/", Where::everywhere,
     "Finds words in the items of all meetings, and in what was written down there.", "search large type"},
    {Word::support, "support", "", "+", Where::everywhere, "Says whom you can talk to, and where else to turn.",
     "support"},
    {Word::glossary, "glossary", "[WORD]", "j", Where::everywhere,
     "Explains a word of the glossary. Alone it reads all of them.", "glossary PPI"},
    {Word::again, "again", "", "", Where::everywhere, "Shows the whole page again.", "again"},
    {Word::history, "history", "[N]", "", Where::everywhere, "Reads the latest messages again, newest first.",
     "history"},
    {Word::message, "message", "", "m", Where::everywhere,
     "Says the latest message again. On the full screen it leads to the message and back.", "message"},
    {Word::undo, "undo", "", "u", Where::everywhere, "Takes back the last act.", "undo"},
    {Word::redo, "redo", "", "r", Where::everywhere, "Does again what was taken back.", "redo"},
    {Word::retry, "retry", "", "", Where::everywhere, "Tries once more to store what could not be stored.", "retry"},
    {Word::why, "why", "[speak, facilitate, host, notes or time]", "", Where::everywhere,
     "Explains whose turn is suggested for a task, and why.", "why facilitate"},
    {Word::private_, "private", "", "z", Where::everywhere,
     "Hides the lines that only the facilitator should see, or shows them.", "private"},
    {Word::help, "help", "[WORD]", "?", Where::everywhere, "Says what can be done here, or explains one word.",
     "help note"},
    {Word::settings, "settings", "[NAME VALUE]", "", Where::everywhere,
     "Reads the settings. With a name and a value it changes one, at once.", "settings bell off"},
    {Word::screen, "screen", "", "", Where::everywhere, "Changes to the full screen.", "screen"},
    {Word::linear, "linear", "", "", Where::everywhere, "Changes to plain lines of text.", "linear"},
    {Word::quit, "quit", "", "q", Where::everywhere, "Leaves the program. An open meeting stays open.", "quit"},

    {Word::note, "note", "TEXT", "n", Where::capture, "Writes a note.", "note The hall has no ramp"},
    {Word::decide, "decide", "TEXT", "d", Where::capture, "Writes a decision.", "decide We meet in the library"},
    {Word::action, "action", "[OWNER:] WHAT [by DATE]", "a", Where::capture,
     "Writes an action. Its owner stands before the colon, its date after the word by.",
     "action Asha: ask for a ramp by friday"},
    {Word::park, "park", "[TEXT]", "p", Where::capture,
     "Parks a matter for later. In an item, without a text, it parks the item.", "park The website"},
    {Word::ask, "ask", "TEXT", "k", Where::capture, "Writes a question that is still open.",
     "ask Who pays for travel?"},
    {Word::term, "term", "WORD: MEANING", "g", Where::capture, "Explains a term in plain words.",
     "term PPI: patient and public involvement"},
    {Word::plain, "plain", "[WORD]", "f", Where::capture,
     "Says that a word needs no explanation here. Alone it means the one that was asked about last.", "plain PPI"},
    {Word::concern, "concern", "TEXT", "c", Where::capture,
     "Writes a concern about how we are working. Nobody's name is kept with it, unless you type one in its text.",
     "concern We hurry too much"},
    {Word::edit, "edit", "N TEXT", "", Where::capture, "Puts a new text in place of the one with this number.",
     "edit 3 The hall has a ramp"},
    {Word::remove, "remove", "N", "", Where::capture, "Takes away the text with this number.", "remove 3"},
    {Word::accept, "accept", "[N]", "", Where::capture, "Says that its owner takes on the action with this number.",
     "accept 4"},
    {Word::owner, "owner", "N NAME", "", Where::capture,
     "Says who takes on the action with this number. The name nobody takes its owner away.", "owner 4 Asha"},
    {Word::due, "due", "N DATE", "", Where::capture,
     "Says by when the action with this number is due. The word never takes its date away.", "due 4 in 2 weeks"},

    {Word::here, "here", "NAME ... or all or new NAME of PARTNER", "i", Where::opening,
     "Says who is here. A new person is named with their partner.", "here Asha, Ben"},
    {Word::away, "away", "[NAME[: apologies or why]]", "x", Where::opening,
     "Says that somebody is not coming, and why if they want it known. In a round, without a name, it means the one "
     "whose turn it is.",
     "away Ben: apologies"},
    {Word::late, "late", "NAME", "", Where::opening, "Says that somebody is coming later.", "late Ben"},
    {Word::left, "left", "NAME", "", Where::opening, "Says that somebody has left.", "left Ben"},
    {Word::agree, "agree", "", "", Where::opening,
     "Says that the last minutes are agreed. Where everyone is asked in turn, that the next one agrees.", "agree"},
    {Word::duty, "duty", "facilitate, notes, time or host NAME", "", Where::opening,
     "Says who facilitates, takes notes, keeps time or hosts today.", "duty notes Ben"},

    {Word::say, "say", "[SCORE] [WORDS]", "", Where::round,
     "Writes what somebody said in the round. A dash in place of the score gives no score. A line that begins with a "
     "score needs no say.",
     "say 4 Glad to be here"},
    {Word::off, "off", "[SCORE]", "o", Where::round, "Somebody spoke, and their words are not written down.", "off 4"},
    {Word::pass, "pass", "[NAME]", "-", Where::round, "The one whose turn it is passes, or the one who is named.",
     "pass"},
    {Word::later, "later", "[NAME]", "l", Where::round,
     "The one whose turn it is, or who is named, will speak at the end of the round.", "later"},

    {Word::done, "done", "[N]", "", Where::actions, "Says that a matter, or the open item, is done.", "done 1"},
    {Word::keep, "keep", "[N] [DATE]", "", Where::actions, "Keeps a matter open, with a new date if you give one.",
     "keep 1 in 2 weeks"},
    {Word::drop, "drop", "[item] [N][: REASON]", "", Where::actions,
     "Drops a matter on purpose, with the reason. With the word item it drops an agenda item.",
     "drop 1: not needed now"},
    {Word::take, "take", "[N] [MINUTES]", "", Where::actions, "Puts a carried or parked matter on today's agenda.",
     "take 2 10"},

    {Word::speak, "speak", "[NAME]", "s", Where::item,
     "Somebody begins to speak. Without a name it is the first who asked to.", "speak Asha"},
    {Word::stop, "stop", "", "", Where::item,
     "The one who is speaking has finished. Where everyone is asked in turn, that the next one objects.", "stop"},
    {Word::hand, "hand", "NAME[: REASON]", "h", Where::item, "Somebody asks to speak.", "hand Ben: about the cost"},
    {Word::down, "down", "NAME", "", Where::item, "Somebody does not want to speak any more.", "down Ben"},
    {Word::extend, "extend", "MINUTES [consent] [from N]", "e", Where::item,
     "Gives the item more time, with the room's consent, or taken from another item.", "extend 5 consent"},
    {Word::pause, "pause", "[MINUTES]", "=", Where::item,
     "Stops the clock. Anybody may ask for it, and nobody is asked why.", "pause"},
    {Word::think, "think", "[MINUTES]", "", Where::item,
     "Gives time to think before people speak. The clock stops, and the end is said. Without a number it is one "
     "minute.",
     "think 2"},
    {Word::break_, "break", "[MINUTES]", "b", Where::item, "Takes a break. The clock stops.", "break 10"},
    {Word::resume, "resume", "[ID]", "b", Where::item,
     "Goes on after a pause or a break. At home it takes up an open meeting.", "resume"},
    {Word::carry, "carry", "[N]", "", Where::item,
     "Leaves the item, and carries it to the next meeting. With a number it carries that item.", "carry"},
    {Word::skip, "skip", "", "", Where::item, "Goes past this stage, or leaves this item out.", "skip"},
    {Word::add, "add", "[item] TEXT [MINUTES] [by NAME]", "", Where::item,
     "Adds an item to the agenda, and notes who put it forward if that is said.", "add item Travel costs 10 by Ben"},
    {Word::move, "move", "N [before M]", "", Where::item, "Moves an item, to the end or before another.",
     "move 4 before 2"},

    {Word::rule, "rule", "[N] consent, consensus, lead or vote FOR AGAINST [ABSTAINED]", "", Where::decision,
     "Says how the latest decision was made. A vote has its numbers: for, against and, if any, abstained. rule consent "
     "round asks everyone in turn.",
     "rule vote 7 2 1"},
    {Word::reserve, "reserve", "[N] [NAME:] TEXT", "", Where::decision,
     "Writes a reservation to the latest decision, by name only if the person wants.", "reserve The cost is not known"},
    {Word::revisit, "revisit", "[N] DATE or never; stands; no REASON", "", Where::decision,
     "Says on which day the latest decision is looked at again. It comes up at the first meeting from then on. In the "
     "item "
     "that looks at it again: stands, no and the reason, or a new day.",
     "revisit in 3 months"},
    {Word::principle, "principle", "[N]", "", Where::decision,
     "Makes the latest decision, or the one with this number, a shared principle of the partnership when the meeting "
     "is "
     "closed.",
     "principle 2"},
    {Word::details, "details", "[N]", "", Where::decision,
     "Opens the latest decision, or the one with this number: how it was decided, and its reservations.", "details 2"},

    {Word::answers, "answers", "NUMBERS", "", Where::pulse, "Takes one number a person, in any order. Nobody is named.",
     "answers 4 5 3 4 2"},

    {Word::meet, "meet", "DATE [TIME]", "", Where::closing, "Says when the next meeting is.", "meet 1 december 14:00"},
    {Word::facilitate, "facilitate", "NAME", "", Where::closing, "Says who facilitates the next meeting.",
     "facilitate Ben"},
    {Word::host, "host", "PARTNER", "", Where::closing, "Says which partner hosts the next meeting.",
     "host Harbour Voices"},
    {Word::close, "close", "[concern N[: WHAT WAS AGREED]]", "", Where::closing,
     "Closes the meeting and writes the minutes. With a number it closes a concern.", "close"},

    {Word::start, "start", "[PLAN]", "", Where::home, "Begins a meeting from a plan file, or without one.",
     "start plan.toml"},
    {Word::plans, "plans", "", "", Where::home, "Lists the plans in this folder, to choose one.", "plans"},
    {Word::plan, "plan", "[WHAT TEXT]", "", Where::home,
     "Plans a meeting from the group's last one or from a template. With words behind it, it changes the plan, which "
     "is "
     "written to its file at once: add, a number and minutes, kind, lead, for, paper, before or out, take, title, "
     "date, "
     "minutes, and so on.",
     "plan like working-group"},
    {Word::show, "show", "ID", "", Where::home, "Reads what happened in a meeting.", "show 3f2a"},
    {Word::meetings, "meetings", "[FILTERS]", "", Where::home,
     "Lists all meetings, newest first, or those that fit. The filters are group:, partner:, person:, objective:, "
     "before: and after:.",
     "meetings partner:harbour after:2026-01-01"},
    {Word::attendance, "attendance", "[to FILE] [FILTERS]", "", Where::home,
     "Says who was at which meeting for how long and with which duties, and how much in all, for paying people for "
     "their time. With to and a file's name it writes this for a spreadsheet. The filters are those of meetings.",
     "attendance to attendance.csv after:2026-01-01"},
    {Word::story, "story", "[ID] N", "", Where::home,
     "Tells how an action, a decision or what else was written down went on, over all meetings. The number is the one "
     "in the list of actions or in the minutes that were read last; an id before it names another meeting.",
     "story 3"},
    {Word::actions, "actions", "[WORDS]", "", Where::home,
     "Lists the open actions of all meetings, or those that fit. They can be settled there.", "actions person:Asha"},
    {Word::minutes, "minutes", "[ID] [for NAME, or large]", "", Where::home,
     "Reads the minutes of a meeting, or what one person missed of it and has to do. With large they are written in "
     "large print.",
     "minutes 3f2a for Asha"},
    {Word::amend, "amend", "[N] NAME: TEXT", "", Where::home,
     "Corrects the minutes that were read last, or at an opening those of last time: who says so, and what is right. "
     "The first text stays.",
     "amend 3 Asha: the library, not the hall"},
    {Word::trends, "trends", "[N] [group NAME] [partner NAME] [from DATE] [to DATE]", "", Where::home,
     "Says what changed over the last meetings. With a number it reads one measure.", "trends from 2026-01-01"},
    {Word::partnership, "partnership", "[WHAT TEXT]", "", Where::home,
     "Reads who works together, for what, and how. With words behind it, it changes that: stage, checklist, decisions, "
     "papers, "
     "scale, checkin, checkout, pulse, warnings, support, signpost, partner, person, role, away, access, group, "
     "objective, principle, review, term, tick, untick or remove. import and export, with a file, take it in and write "
     "it.",
     "partnership support Nadia, 01632 960123"},
    {Word::held, "held", "[NAME]", "", Where::home,
     "Reads everything that is kept about somebody. Without a name it lists the people in the log, and what can be "
     "done "
     "with the log.",
     "held Asha"},
    {Word::forget, "forget", "[NAME [also NAME]] or access needs of NAME or words before DATE", "", Where::home,
     "Blanks a person's words and name in the log and its backups, or their access needs alone, or what was said in "
     "old "
     "meetings. It says first what goes, and asks. Alone it finishes what was begun.",
     "forget Asha also Ash"},
    {Word::backup, "backup", "[for review] [FILE]", "", Where::home,
     "Makes a copy of the log, and checks it. The copy for review is for staff to read, without access needs.",
     "backup for review"},
    {Word::doctor, "doctor", "[rebuild]", "", Where::home,
     "Looks the log over, and says what is not as it should be. With rebuild it makes the summaries anew first.",
     "doctor"},
    {Word::demo, "demo", "", "", Where::home, "Tries the program out on an example, kept apart from your meetings.",
     "demo"},
});

}  // namespace folkmoot
