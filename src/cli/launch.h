// What the command line asks for, as a value.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "src/session/records.h"

namespace folkmoot {

namespace launch {

enum class Format { text, json, csv, markdown, html, man, ics, taskwarrior, todotxt };
enum class Shell { bash, zsh, fish };

struct Home {};
struct Run {
    std::optional<std::filesystem::path> plan;
    bool again = false;
};
struct Resume {
    std::string id;
};
struct Follow {
    std::string id;
};
struct Demo {};
struct PlanCheck {
    std::filesystem::path file;
};
struct PlanShow {
    std::filesystem::path file;
};
struct PlanNext {
    std::string group;  ///< its name or the beginning of it; empty: the only one
    std::filesystem::path to;
};
struct PlanNew {
    std::string from;  ///< a template's name or a path; empty: the templates are listed
    std::filesystem::path to;
    std::string title;
    std::string date;
};
struct LogList {
    Format format = Format::text;
    std::size_t limit = 0;  ///< 0: all
    MeetingFilter filter;
    std::string from, to;  ///< dates, as they were typed
};
struct LogSearch {
    std::vector<std::string> words;
    Format format = Format::text;
    std::size_t limit = 0;  ///< 0: as many as is usual for the format
};
struct LogNext {
    Format format = Format::text;
};
struct LogAttendance {
    MeetingFilter filter;
    std::string from, to;  ///< dates, as they were typed
    Format format = Format::text;
    bool raw = false;
};
struct LogShow {
    std::string id;
};
struct LogStory {
    std::string id;             ///< a meeting's, or an action's when no number follows
    std::optional<int> number;  ///< of what was written down in that meeting
};
struct Minutes {
    std::string id;
    std::optional<std::string> person;  ///< whose, as it was typed; nothing: everybody's
    std::optional<Format> format;       ///< nothing: what the file's name ends with, else text
    bool large = false;                 ///< large print
    std::filesystem::path to;
};
struct Actions {
    std::vector<std::string> words;  ///< what they have to fit: words and filters; empty: any
    bool all = false;
    Format format = Format::text;
    bool raw = false;
};
/// Something that is done with one action, between meetings.
struct ActionAct {
    enum class Kind { done, accept, keep, drop, owner, due };
    Kind kind = Kind::done;
    std::string id;
    std::vector<std::string> words;  ///< a reason, a name or a date
};
/// What another program says is done.
struct ActionsImport {
    std::filesystem::path from;  ///< "-": the standard input
};
struct Trends {
    std::optional<std::string> group, partner, from, to;
    Format format = Format::text;
    bool raw = false;
};
struct Review {
    std::optional<std::string> group, from, to;
    Format format = Format::text;
    std::filesystem::path file;  ///< empty: the standard output
};
/// Everything, as lines.
struct Export {
    std::filesystem::path to;  ///< empty: the standard output
};
struct Import {
    std::filesystem::path from;  ///< "-": the standard input
    bool skip_differing = false;
};
struct Doctor {
    bool rebuild = false;
};
/// What is kept about a person.
struct Held {
    std::string name;
    Format format = Format::text;
};
struct Forget {
    std::string name;  ///< empty: finish what was begun
    std::vector<std::string> also;
    bool access_needs = false;
    std::string words_before;  ///< a date, as it was typed
    bool yes = false;
};
struct Backup {
    std::filesystem::path to;  ///< empty: beside the log
    bool for_review = false;
};
struct Manual {
    Format format = Format::text;
};
struct Completion {
    Shell shell = Shell::bash;
};

/// Those that need a face come first.
struct PartnershipImport {
    std::filesystem::path file;
};
struct PartnershipExport {
    std::string name;  ///< empty: the only one
    std::filesystem::path to;
};
struct PartnershipShow {
    std::string name;
};

using Command = std::variant<Home, Run, Resume, Follow, Demo, PlanCheck, PlanShow, PlanNew, PlanNext, LogList, LogNext,
                             LogAttendance, LogShow, LogStory, LogSearch, Minutes, Actions, ActionAct, ActionsImport,
                             Trends, Review, Export, Import, Doctor, Manual, Completion, Held, Forget, Backup,
                             PartnershipImport, PartnershipExport, PartnershipShow>;

}  // namespace launch

enum class Face { automatic, linear, screen };

struct Launch {
    std::optional<std::filesystem::path> log;
    Face face = Face::automatic;
    bool reader = false;
    launch::Command command;
};

}  // namespace folkmoot
