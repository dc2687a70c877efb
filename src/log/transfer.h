// Everything out of a log, event by event, and back into one.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "src/log/log.h"
#include "src/session/event_lines.h"

namespace folkmoot {

/// Every event of the log of one moment, stream after stream in the order in which they began. Each chain is checked on
/// the way; throws Error that names the act when one is damaged.
void export_events(Log& log, const std::function<void(const LinesHeader&)>& begin,
                   const std::function<void(const EventLine&)>& take);

/// What an import did, or would have done.
struct ImportReport {
    std::size_t new_meetings = 0, longer_meetings = 0;
    std::size_t new_partnerships = 0, longer_partnerships = 0;
    std::vector<MeetingId> meetings;  ///< the new ones
    std::size_t added = 0;            ///< events
    std::size_t known = 0;            ///< events that were in the log already
    bool forgotten = false;           ///< some of it had been forgotten here before, and did not come back
    /// Meetings that went on differently in the log and in the file: a sentence each. None of their events was added.
    std::vector<std::string> differing;
};

/// Takes events in, all of them or none: until `finish`, nothing of it is in the log.
///
/// A stream is known by its id. What both have is left alone, what the file has beyond it is added. A meeting that went
/// on differently in both is not touched. A partnership is a list of facts, each with its time: of those that only the
/// file has, it takes the ones that are newer than what the log says of the same thing.
class Import {
public:
    /// Throws WriteError.
    explicit Import(Log& log);
    ~Import();
    Import(const Import&) = delete;
    Import& operator=(const Import&) = delete;

    /// Throws Error that says what is wrong with the event, WriteError when the log cannot take it.
    void take(const EventLine& event);
    /// Keeps all of it. Throws Error when less came than the header said; WriteError.
    ImportReport finish(const LinesHeader& header);
    [[nodiscard]] const ImportReport& so_far() const;

private:
    class Work;
    std::unique_ptr<Work> work_;
};

}  // namespace folkmoot
